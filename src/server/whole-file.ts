// A file that is there whole or not at all, and stays: written beside, brought to the disk, then named; and the name is brought to the
// disk, too, for a power cut may otherwise take back what was already acknowledged.

import { randomUUID } from 'node:crypto'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { platform } from 'node:os'

/** Of every file that is being written, or was when its writer died. */
export const PART = '.part'

export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const beside = `${file}.${randomUUID()}${PART}`
  try {
    await writeFile(beside, content, { mode: 0o600, flag: 'wx', flush: true })
    await rename(beside, file)
    await keepNames(dirname(file))
  } finally {
    await rm(beside, { force: true })
  }
}

/** What was named, renamed or taken away in a folder survives a power cut from here on; not every system has this to give. */
export async function keepNames(folder: string): Promise<void> {
  if (platform() === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Shared folders (SMB, FUSE) may not know how.
    if (!(error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP'))) throw error
  } finally {
    await handle.close()
  }
}
