// Watches for a database that has come back from the past: older than the file beside it, or than a cursor that this server itself
// gave out. From then on nothing is written and the file stays as it is, until an administrator has decided and started anew.

import { sql } from 'kysely'
import { rowFrom, type Database } from '../store/database.ts'
import { rolledBackLog } from '../text/rollback.ts'
import type { Cursor } from '../sync/cursor.ts'
import { isBefore, isOlder, marksOf, readMarks, writeMarks, type Mark, type Marks } from './generation-file.ts'

export interface RollbackGuard {
  rolledBack(): boolean
  /** Compares database and file and, when all is well, brings the file up to date. */
  keep(): Promise<void>
  /** True when this authentic cursor proves that the database is older than it was. */
  beyond(district: string, cursor: Cursor): Promise<boolean>
}

/** For a server without a data folder (tests): cursors are not judged. */
export const noGuard: RollbackGuard = { rolledBack: () => false, keep: () => Promise.resolve(), beyond: () => Promise.resolve(false) }

export function rollbackGuard(db: Database, dataFolder: string, say: (line: string) => void): RollbackGuard {
  let found = false
  /** How far each district surely is; it only goes forward while all is well, so most cursors need no look at the database. */
  const sure = new Map<string, Mark>()
  let last: Promise<void> = Promise.resolve()
  const oneAtATime = (work: () => Promise<void>): Promise<void> => (last = last.then(work, work))
  const trip = (): void => {
    if (!found) say(rolledBackLog)
    found = true
  }
  return {
    rolledBack: () => found,
    keep: () =>
      oneAtATime(async () => {
        if (found) return
        const now = await marksOf(db)
        const known = await readMarks(dataFolder)
        if (known !== null && isOlder(now, known)) trip()
        else if (JSON.stringify(known) !== JSON.stringify(now)) await writeMarks(dataFolder, now)
      }),
    async beyond(district, { generation, change }) {
      if (found) return true
      const seen: Mark = { generation, head: change }
      const known = sure.get(district)
      if (known !== undefined && !isBefore(known, seen)) return false
      const here = await rowFrom(db, sql<Mark>`select generation, head from district where district = ${district}`)
      if (here === null) return false
      if (!isBefore(here, seen)) {
        sure.set(district, here)
        return false
      }
      trip()
      // Remembered for the next start: the file may be a minute behind what the phone has seen.
      await oneAtATime(() => remember(dataFolder, district, seen))
      return true
    },
  }
}

async function remember(dataFolder: string, district: string, seen: Mark): Promise<void> {
  const known: Marks = (await readMarks(dataFolder)) ?? {}
  const before = known[district]
  if (before === undefined || isBefore(before, seen)) await writeMarks(dataFolder, { ...known, [district]: seen })
}
