// The database a district runs on: an own PostgreSQL in the data folder, or the one DATABASE_URL names.
// Holds always: one process at a time has the folder; the address with its password is readable by the
// owner only and gone after a clean stop; fsync is on unless a test asks otherwise.
// Must not: migrate, or choose roles; that is the caller's.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { startCluster } from './cluster.ts'
import { folderHolder, lockFolder } from './folder-lock.ts'

export type DatabaseOutcome =
  { readonly is: 'ready'; readonly url: string; stop(): Promise<void> } | { readonly is: 'in-use'; readonly pid: number }

export interface DatabaseOptions {
  readonly dataFolder: string
  /** Any PostgreSQL 15 or newer; then nothing is started here. */
  readonly databaseUrl?: string | undefined
  /** False only in tests: faster, and lost with the machine. */
  readonly durable?: boolean
}

const DATABASE = 'yantu'
const PASSWORD_FILE = 'database-password'
const CONNECTION_FILE = 'connection.json'

export async function openDatabase({ dataFolder, databaseUrl, durable = true }: DatabaseOptions): Promise<DatabaseOutcome> {
  const folder = resolve(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const lock = lockFolder(folder)
  if (lock.is === 'in-use') return lock
  try {
    const opened =
      databaseUrl === undefined || databaseUrl === ''
        ? await startOwn(folder, durable)
        : { url: databaseUrl, stop: () => Promise.resolve() }
    writeOwnerOnly(join(folder, CONNECTION_FILE), JSON.stringify({ url: opened.url, pid: process.pid }))
    return { is: 'ready', url: opened.url, stop: once(() => close(folder, opened.stop, lock.release)) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The database of a server running on this folder, for a command that joins it; null when none runs. */
export function runningDatabase(dataFolder: string): { readonly url: string; readonly pid: number } | null {
  const folder = resolve(dataFolder)
  const pid = existsSync(folder) ? folderHolder(folder) : null
  const file = join(folder, CONNECTION_FILE)
  if (pid === null || !existsSync(file)) return null
  const connection = JSON.parse(readFileSync(file, 'utf8')) as { url: string; pid: number }
  // A lock without its own address yet: the server is still starting.
  return connection.pid === pid ? connection : null
}

async function startOwn(folder: string, durable: boolean): Promise<{ url: string; stop(): Promise<void> }> {
  const password = passwordOf(folder)
  const cluster = await startCluster({ folder, password, durable })
  try {
    await createDatabaseOnce(cluster.urlOf('postgres'))
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return { url: cluster.urlOf(DATABASE), stop: () => cluster.stop() }
}

async function close(folder: string, stop: () => Promise<void>, release: () => void): Promise<void> {
  await stop()
  rmSync(join(folder, CONNECTION_FILE), { force: true })
  release()
}

/** Written before the cluster is made, so that a cluster never has a password nobody knows. */
function passwordOf(folder: string): string {
  const file = join(folder, PASSWORD_FILE)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const password = randomBytes(24).toString('base64url')
  writeOwnerOnly(file, `${password}\n`)
  return password
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

function writeOwnerOnly(file: string, text: string): void {
  rmSync(file, { force: true })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => (done ??= work())
}
