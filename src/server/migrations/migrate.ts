// Brings a database to the newest shape: the numbered files of this folder (all.ts), in order, each once, forward only.
// Holds always: one process at a time (advisory lock); a file runs whole or not at all; a file that ran is never changed.
// A migration is `NNN-name.ts` with `export const sql` and a line in all.ts. A database newer than this program is refused in words.

import type pg from 'pg'
import { clientTo } from '../store/lost-connection.ts'
import { newerDatabase, olderPostgres } from '../text/start.ts'
import { MIGRATIONS, type Migration } from './all.ts'

const LOCK = 7_203_601

/** Too old a PostgreSQL, or one that a newer 研途 has used: its message is words for the person at the machine. */
export class NotThisDatabase extends Error {}

/** Runs what is missing. Throws on a server older than PostgreSQL 15 and on a database from a newer 研途. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = clientTo(databaseUrl)
  await client.connect()
  try {
    await mustBeRecent(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('create table if not exists migration (name text primary key, ran_at timestamptz not null default now())')
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const ran = new Set(rows.map((row) => row.name))
    for (const name of ran) if (!MIGRATIONS.some((m) => m.name === name)) throw new NotThisDatabase(newerDatabase(name))
    for (const migration of MIGRATIONS) if (!ran.has(migration.name)) await run(client, migration)
  } finally {
    await client.end()
  }
}

async function mustBeRecent(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  )
  const server = rows[0]
  if (server === undefined || Number(server.number) < 150_000) throw new NotThisDatabase(olderPostgres(server?.version ?? '?'))
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migration (name) values ($1)', [migration.name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
