// A throw-away folder in memory where there is plenty of it: the hundreds of files of a database are copied and cleared away there
// for a tenth of what a disk takes. Tests about what a disk keeps make theirs on one. What a killed run left is cleared away.
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'yantu-test-'
const IN_MEMORY = '/dev/shm'
const ROOM_BYTES = 3_000_000_000

/** The caller's to remove. For the owner alone, as mkdtemp makes them. */
export const quickFolder = (): string => folderIn(quickPlace())

/** Named after this process, so that a later run knows whether anybody still uses it. */
export const folderIn = (place: string): string => mkdtempSync(join(place, `${PREFIX}${String(process.pid)}-`))

function quickPlace(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK)
    for (const name of readdirSync(IN_MEMORY))
      if (name.startsWith(PREFIX) && !isAlive(Number(name.split('-')[2]))) rmSync(join(IN_MEMORY, name), { recursive: true, force: true })
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize >= ROOM_BYTES ? IN_MEMORY : tmpdir()
  } catch {
    // No such place here, or not for us.
    return tmpdir()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
