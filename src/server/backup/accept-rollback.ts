// An administrator's word that a database from the past is the one to go on with: the generation rises, so that every phone sends
// again what it knows to be confirmed, and the change number jumps beyond every one ever given out.

import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { furthest, isOlder, marksOf, readMarks, writeMarks } from './generation-file.ts'

export type Accepted =
  | { readonly is: 'accepted'; readonly generation: number; readonly change: number }
  | { readonly is: 'not-rolled-back' }
  | { readonly is: 'district-lost' }

/** More than a minute can give out, which is how far the file may lag behind. */
const JUMP = 1_000_000

/** With no server running on this folder. */
export async function acceptRollback(db: Database, dataFolder: string): Promise<Accepted> {
  const known = await readMarks(dataFolder)
  const now = await marksOf(db)
  if (known === null || !isOlder(now, known)) return { is: 'not-rolled-back' }
  // Nothing to go on with: phones of a district made anew would never learn that it is another.
  if (Object.keys(known).some((district) => now[district] === undefined)) return { is: 'district-lost' }
  const generation = Math.max(furthest(known).generation, furthest(now).generation) + 1
  const change = Math.max(furthest(known).head, furthest(now).head) + JUMP
  await sql`update district set generation = ${generation}, head = ${change}::bigint, backed_up_through = 0`.execute(db)
  await writeMarks(dataFolder, await marksOf(db))
  return { is: 'accepted', generation, change }
}
