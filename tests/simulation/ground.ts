// The database a seed is played on. It is emptied and used by the next one: making one, connecting to it and planning every
// statement anew for each seed took PostgreSQL longer than the seed itself. After a seed that failed it is thrown away.

import { sql } from 'kysely'
import { connect, rowsFrom, type Database } from '../../src/server/store/database.ts'
import { cloneDatabase } from '../setup/database.ts'

export interface Ground {
  readonly url: string
  readonly db: Database
  /** Tables with rows of their own from the start. */
  readonly given: readonly string[]
  drop(): Promise<void>
}

const free: Ground[] = []
const CONNECTIONS = 6

export async function takeGround(): Promise<Ground> {
  const left = free.pop()
  if (left !== undefined) return left
  const { url, drop } = await cloneDatabase()
  const db = connect(url, CONNECTIONS)
  return {
    url,
    db,
    given: await written(db, []),
    async drop() {
      await db.destroy()
      await drop()
    },
  }
}

/** Which tables hold anything, beside these. */
async function written(db: Database, beside: readonly string[]): Promise<string[]> {
  const tables = await rowsFrom(db, sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  const names = tables.map(({ name }) => name).filter((name) => !beside.includes(name))
  const asked = names.map((name) => sql`select ${name} as name where exists (select from ${sql.id(name)})`)
  return (await rowsFrom(db, sql<{ name: string }>`${sql.join(asked, sql` union all `)}`)).map(({ name }) => name)
}

/** As a migrated database is before anything is written; a seed that failed may have left something going on. */
export async function giveGround(ground: Ground, failed: boolean): Promise<void> {
  if (failed) return ground.drop()
  const { db, given } = ground
  const names = await written(db, given)
  if (names.length > 0) await sql`truncate ${sql.join(names.map((name) => sql.id(name)))} restart identity cascade`.execute(db)
  await sql`drop schema if exists kept cascade`.execute(db)
  free.push(ground)
}

export async function closeGrounds(): Promise<void> {
  for (const ground of free.splice(0)) await ground.drop()
}
