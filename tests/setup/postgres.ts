// One throw-away PostgreSQL for a run of tests, with a migrated template that each test file clones.
// Not durable on purpose (measurements ask for YANTU_TEST_DURABLE=1); tests about kill -9 start their own.
import { chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { migrate } from '../../src/server/migrations/migrate.ts'
import { SUPERUSER } from '../../src/server/postgres/make-cluster.ts'
import { openDatabase } from '../../src/server/postgres/embedded.ts'
import { folderIn, quickFolder } from './quick-folder.ts'

export const TEMPLATE = 'yantu_template'

export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const durable = process.env['YANTU_TEST_DURABLE'] === '1'
  const folder = durable ? folderIn(tmpdir()) : quickFolder()
  chmodSync(folder, 0o711)
  const database = await openDatabase({ dataFolder: folder, durable })
  if (database.is === 'in-use') throw new Error(`A fresh folder is held by process ${String(database.pid)}`)
  const { url } = database
  const stop = async (): Promise<void> => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    // Every test connects anew, and proving the password was most of what connecting cost.
    await asSuperuser(url, `set scram_iterations = 1; alter role ${SUPERUSER} password '${decodeURIComponent(new URL(url).password)}'`)
    await asSuperuser(url, `create database ${TEMPLATE}`)
    await migrate(databaseAt(url, TEMPLATE))
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

export async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export function databaseAt(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}
