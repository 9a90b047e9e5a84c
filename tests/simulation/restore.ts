// A backup taken and, later, brought back: whatever the server confirmed in between is gone from it, and its generation is a new
// one. What phones had been told is saved must be back when they have synchronised; what only the office did is not.

import { sql } from 'kysely'
import { rowsFrom } from '../../src/server/store/database.ts'
import type { World } from '../journeys/world.ts'

const tables = async (w: World): Promise<string[]> =>
  (await rowsFrom(w.db, sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`)).map(
    ({ name }) => name,
  )

export async function backUp(w: World): Promise<void> {
  await sql`drop schema if exists kept cascade`.execute(w.db)
  await sql`create schema kept`.execute(w.db)
  for (const name of await tables(w)) await sql`create table ${sql.id('kept', name)} as table ${sql.id('public', name)}`.execute(w.db)
}

/** Phones stay signed in: who is let in is not what this is about. What was noted of misuse is no record of anybody's hours. */
const STAYS = ['device', 'security_event']

export async function restore(w: World): Promise<void> {
  const names = (await tables(w)).filter((name) => !STAYS.includes(name))
  await w.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const name of names) {
      await sql`delete from ${sql.id('public', name)}`.execute(tx)
      await sql`insert into ${sql.id('public', name)} select * from ${sql.id('kept', name)}`.execute(tx)
    }
    await sql`update district set generation = generation + 1`.execute(tx)
  })
}
