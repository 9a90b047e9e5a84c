// One throw-away PostgreSQL for a run of tests, with a migrated template that each test file clones.
// Not durable on purpose (measurements ask for YANTU_TEST_DURABLE=1); tests about kill -9 start their own.
import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/server/migrations/migrate.ts'
import { SUPERUSER } from '../../src/server/postgres/make-cluster.ts'
import { openDatabase } from '../../src/server/postgres/embedded.ts'

export const TEMPLATE = 'yantu_template'

export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const durable = process.env['YANTU_TEST_DURABLE'] === '1'
  const folder = mkdtempSync(join(durable ? tmpdir() : quickFolder(), `${PREFIX}${String(process.pid)}-`))
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

const PREFIX = 'yantu-test-'
const IN_MEMORY = '/dev/shm'
const ROOM_BYTES = 3_000_000_000

/** Memory where there is plenty of it, since every test file copies a database; what a killed run left there is cleared away. */
function quickFolder(): string {
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
