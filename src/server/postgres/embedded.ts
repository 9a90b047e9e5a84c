// The database a district runs on: an own PostgreSQL in the data folder, or the one DATABASE_URL names.
// Holds always: one process at a time has the folder; the address with its password is readable by the
// owner only and gone after a clean stop; fsync is on unless a test asks otherwise.
// Must not: migrate, or choose roles; that is the caller's.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { clientTo } from '../store/lost-connection.ts'
import { LOG_FILE, startCluster } from './cluster.ts'
import { DatabaseWillNotStart } from './will-not-start.ts'
import type { HowItGoes } from './keep-running.ts'
import { folderHolder, lockFolder } from './folder-lock.ts'

export type DatabaseOutcome =
  | { readonly is: 'ready'; readonly url: string; stop(): Promise<void> }
  | { readonly is: 'in-use'; readonly pid: number; readonly command?: string }

export interface DatabaseOptions {
  readonly dataFolder: string
  /** Any PostgreSQL 15 or newer; then nothing is started here. */
  readonly databaseUrl?: string | undefined
  /** False only in tests: faster, and lost with the machine. */
  readonly durable?: boolean
  /** What becomes of an own PostgreSQL while it starts and runs. */
  readonly tell?: (what: HowItGoes) => void
  /** A command that ends by itself, by name; others do not join its database. A server has none. */
  readonly command?: string
}

const DATABASE = 'yantu'
const PASSWORD_FILE = 'database-password'
const DATABASE_FOLDER = 'database'
const CONNECTION_FILE = 'connection.json'

export async function openDatabase({
  dataFolder,
  databaseUrl,
  durable = true,
  tell = () => undefined,
  command,
}: DatabaseOptions): Promise<DatabaseOutcome> {
  const folder = resolve(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const lock = lockFolder(folder)
  if (lock.is === 'in-use') return inUseBy(folder, lock.pid)
  let opened: Own | null = null
  try {
    opened =
      databaseUrl === undefined || databaseUrl === ''
        ? await startOwn(folder, durable, tell)
        : { url: databaseUrl, stop: () => Promise.resolve() }
    const { url, stop } = opened
    writeOwnerOnly(join(folder, CONNECTION_FILE), JSON.stringify({ url, pid: process.pid, ...(command === undefined ? {} : { command }) }))
    return { is: 'ready', url, stop: once(() => close(folder, stop, lock.release)) }
  } catch (error) {
    await opened?.stop()
    lock.release()
    throw error
  }
}

interface Own {
  readonly url: string
  stop(): Promise<void>
}

interface Connection {
  readonly url: string
  readonly pid: number
  readonly command?: string
}

/** The database of a server running on this folder, for a command that joins it; null when none runs, or only another command. */
export function runningDatabase(dataFolder: string): { readonly url: string; readonly pid: number } | null {
  const folder = resolve(dataFolder)
  const pid = existsSync(folder) ? folderHolder(folder) : null
  const connection = pid === null ? null : connectionIn(folder)
  // A lock without its own address yet: the server is still starting.
  return connection === null || connection.pid !== pid || connection.command !== undefined ? null : { url: connection.url, pid }
}

function inUseBy(folder: string, pid: number): DatabaseOutcome {
  const connection = connectionIn(folder)
  const command = connection?.pid === pid ? connection.command : undefined
  return { is: 'in-use', pid, ...(command === undefined ? {} : { command }) }
}

/** Null where there is none, or one that was cut off while it was written. */
function connectionIn(folder: string): Connection | null {
  const file = join(folder, CONNECTION_FILE)
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Connection
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

async function startOwn(folder: string, durable: boolean, tell: (what: HowItGoes) => void): Promise<Own> {
  const password = passwordOf(folder)
  const cluster = await startCluster({ folder, password, durable, tell })
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
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  // An empty one was begun on a full disk; no database was made with it.
  if (kept !== '') return kept
  if (existsSync(join(folder, DATABASE_FOLDER))) throw new DatabaseWillNotStart('password', join(folder, LOG_FILE))
  const password = randomBytes(24).toString('base64url')
  writeOwnerOnly(file, `${password}\n`)
  return password
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = clientTo(url)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Whole or not at all: a disk may be full in the middle of it. */
function writeOwnerOnly(file: string, text: string): void {
  const fresh = `${file}.${String(process.pid)}`
  try {
    rmSync(fresh, { force: true })
    writeFileSync(fresh, text, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(fresh, file)
  } finally {
    rmSync(fresh, { force: true })
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => (done ??= work())
}
