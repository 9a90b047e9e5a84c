// Takes a folder's files along without copying their bytes where the disk allows it: sealed pictures never change, so a second name
// for the same file is as good as a copy until the last name is gone. On another disk they are copied, whole or not at all.
// Must not follow or make anything but plain files and folders; a file that is there already stays; half-written ones are left out.

import { randomUUID } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepNames, PART } from '../whole-file.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
/** Another disk, a file system without second names, or more names than it allows. */
const CANNOT_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** How many files; none where there is no such folder. */
export async function linkTree(from: string, to: string): Promise<number> {
  const entries = await readdir(from, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  if (entries.length === 0) return 0
  await mkdir(to, { recursive: true, mode: 0o700 })
  let files = 0
  for (const entry of entries) {
    if (entry.isDirectory()) files += await linkTree(join(from, entry.name), join(to, entry.name))
    else if (entry.isFile() && !entry.name.endsWith(PART) && (await takeFile(join(from, entry.name), join(to, entry.name)))) files += 1
  }
  await keepNames(to)
  return files
}

/** False where it went away meanwhile. */
export async function takeFile(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return false
    if (code !== 'EEXIST' && !CANNOT_LINK.has(code)) throw error
    if (code !== 'EEXIST' && !existsSync(to)) await copyWhole(from, to)
  }
  return true
}

/** Cut off in the middle (a full disk, a kill), the copy never has its name, or it would be taken for the picture for ever. */
async function copyWhole(from: string, to: string): Promise<void> {
  const beside = `${to}.${randomUUID()}${PART}`
  try {
    await copyFile(from, beside, constants.COPYFILE_EXCL)
    const handle = await open(beside, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(beside, to)
  } finally {
    await rm(beside, { force: true })
  }
}
