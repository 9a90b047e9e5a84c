// A database to try a backup in, as large as the district's own, and gone afterwards. One that a killed backup left behind is dropped
// by the next, or the disk would fill with them. Must not touch what another district on the same PostgreSQL is trying just now.

import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { withClient } from '../store/lost-connection.ts'

/** Held, shared, by whoever tries a backup of this database. */
const TRYING = 7_203_602

/** What the scratch databases of this database alone are called. */
export const scratchNames = (databaseUrl: string): string =>
  `yantu_check_${createHash('sha256').update(new URL(databaseUrl).pathname).digest('hex').slice(0, 8)}_`

/** `work` is given the new database's address. */
export function inScratch<T>(databaseUrl: string, work: (scratchUrl: string) => Promise<T>): Promise<T> {
  const scratch = new URL(databaseUrl)
  const ours = scratchNames(databaseUrl)
  const name = `${ours}${randomBytes(6).toString('hex')}`
  scratch.pathname = `/${name}`
  return withClient(databaseUrl, async (client) => {
    await dropLeftOver(client, ours)
    await client.query('select pg_advisory_lock_shared($1)', [TRYING])
    await client.query(`create database ${name}`)
    try {
      return await work(scratch.toString())
    } finally {
      await withClient(databaseUrl, (other) => other.query(`drop database if exists ${name} with (force)`))
    }
  })
}

async function dropLeftOver(client: pg.Client, ours: string): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [TRYING])
  if (rows[0]?.alone !== true) return
  const left = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [ours])
  for (const { name } of left.rows) await client.query(`drop database if exists ${name} with (force)`)
  await client.query('select pg_advisory_unlock($1)', [TRYING])
}
