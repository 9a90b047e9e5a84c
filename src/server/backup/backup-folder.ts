// One backup as a folder of its own: the database's file, proven by loading it, and with it the evidence and its key. It gets its
// name only when all of it is there; only then are phones told. The newest ones are kept, unfinished ones are cleared away.

import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { momentOf } from '../clock.ts'
import { moveMark, writeProven } from './backup.ts'
import { changeOf } from './format.ts'
import { linkTree } from './link-tree.ts'
import { roomFor, type NoRoom } from './room.ts'
import { takeKeys } from './take-keys.ts'
import { keepNames } from '../whole-file.ts'

export const DATABASE_FILE = 'yantu.gz'
export const EVIDENCE_FOLDER = 'evidence'
const FINISHED = /^yantu-\d{4}-\d{2}-\d{2}-\d{4}$/
const UNFINISHED = '.unfinished'

export interface BackupPlace {
  readonly databaseUrl: string
  readonly dataFolder: string
  /** Where the backups stand, each in a folder of its own. */
  readonly folder: string
  readonly keep: number
}

export type FolderBackedUp =
  | { readonly is: 'backed-up'; readonly name: string; readonly change: number; readonly bytes: number; readonly pictures: number }
  | { readonly is: 'may-not-prove' }
  | NoRoom

/** Throws for what a disk or a database may do, and where it is broken off (`stopping`); nothing of a failed one counts or stays under a backup's name. */
export async function backUpToFolder(place: BackupPlace, nowMs: number, stopping?: AbortSignal): Promise<FolderBackedUp> {
  const { day, minute } = momentOf(nowMs)
  const name = `yantu-${day}-${minute.replace(':', '')}`
  const making = join(place.folder, `${name}${UNFINISHED}`)
  await mkdir(place.folder, { recursive: true, mode: 0o700 })
  // Half-made ones of killed servers first: on a full disk they may be what fills it.
  await clearHalfMade(place.folder)
  const room = await roomFor(place)
  if (room !== null) return room
  await mkdir(making, { mode: 0o700 })
  try {
    const done = await writeProven(place.databaseUrl, join(making, DATABASE_FILE), nowMs, stopping)
    if (done.is === 'may-not-prove') return done
    // After the database: a picture is stored before anything can count on it, so none that the backup names is missing.
    const pictures = await linkTree(join(place.dataFolder, EVIDENCE_FOLDER), join(making, EVIDENCE_FOLDER))
    await takeKeys(place.dataFolder, making)
    await keepNames(making)
    await rm(join(place.folder, name), { recursive: true, force: true })
    await rename(making, join(place.folder, name))
    await keepNames(place.folder)
    await moveMark(place.databaseUrl, done.said.head)
    await clearAway(place, name)
    return { is: 'backed-up', name, change: changeOf(done.said.head), bytes: done.said.bytes, pictures }
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** The one just made stays, whatever day the machine's clock believes it is. */
async function clearAway({ folder, keep }: BackupPlace, made: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => FINISHED.test(name) && name !== made).sort()
  for (const name of others.slice(0, Math.max(0, others.length + 1 - keep))) await rm(join(folder, name), { recursive: true, force: true })
}

async function clearHalfMade(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.endsWith(UNFINISHED) && FINISHED.test(name.slice(0, -UNFINISHED.length)))
      await rm(join(folder, name), { recursive: true, force: true })
}

/** When the newest backup was made, by its file's own time; null when there is none. */
export async function newestBackup(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const newest = names
    .filter((name) => FINISHED.test(name))
    .sort()
    .pop()
  return newest === undefined ? null : (await stat(join(folder, newest, DATABASE_FILE))).mtimeMs
}
