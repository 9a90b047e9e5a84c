// One PostgreSQL cluster in one folder: made once, started, stopped.
// Holds always: the server listens on 127.0.0.1 and, where it can, a socket in its own folder (half the cost of a statement), and
// nowhere else; asks for the password, keeps Shanghai time and writes its log beside the data; it has its own process group, so that Ctrl-C reaches us first and we stop it after
// the last answer. A half-made cluster never becomes the real one. Must not: know tables or roles.
import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Binaries, chooseAccount, findBinaries, type RunAs } from './binaries.ts'
import { stopLeftover } from './leftover.ts'

export interface ClusterOptions {
  readonly folder: string
  readonly password: string
  readonly durable: boolean
}

export interface Cluster {
  urlOf(database: string): string
  stop(): Promise<void>
}

export const SUPERUSER = 'yantu'
const LOG_LIMIT_BYTES = 10_000_000
const READY_WITHIN_MS = 180_000
const FAST_STOP_MS = 30_000
/** The shortest limit of the systems we run on. */
const SOCKET_PATH_BYTES = 100
const START_ATTEMPTS = 15

const ALWAYS = ['timezone=Asia/Shanghai', 'log_timezone=Asia/Shanghai', 'listen_addresses=127.0.0.1']
const FOR_TESTS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=256MB',
  'max_connections=200',
]

export async function startCluster({ folder, password, durable }: ClusterOptions): Promise<Cluster> {
  const binaries = await findBinaries()
  const runAs = chooseAccount([binaries.postgres, folder])
  const data = join(folder, 'database')
  const log = join(folder, 'postgres.log')
  turnLog(log)
  if (!existsSync(data)) await makeCluster({ binaries, runAs, folder, data, log, password, durable })
  await stopLeftover(data)
  const socket = socketFolder(data)
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const settings = [...ALWAYS, `unix_socket_directories=${socket ?? ''}`, ...(durable ? [] : FOR_TESTS)].flatMap((setting) => [
      '-c',
      setting,
    ])
    const server = run(binaries.postgres, ['-D', data, '-p', String(port), ...settings], runAs, log)
    const outcome = await waitUntilReady(server, { port, password })
    if (outcome === 'ready') return { urlOf: (database) => clusterUrl(port, password, database, socket), stop: stopper(server) }
    // Somebody else may have taken the port between our look and its use, or the children of a killed
    // PostgreSQL have not noticed yet; both pass within seconds.
    if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL does not start; its log is ${log}`)
    await new Promise((resolve) => setTimeout(resolve, 100 * attempt))
  }
}

function clusterUrl(port: number, password: string, database: string, socket: string | null): string {
  const host = socket === null ? '' : `?host=${encodeURIComponent(socket)}`
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}${host}`
}

/** Where the socket goes: among the data, which nobody else can enter. Null where the system or the path does not allow one. */
function socketFolder(data: string): string | null {
  if (platform() === 'win32' || /[,"]/.test(data) || Buffer.byteLength(join(data, '.s.PGSQL.65535')) > SOCKET_PATH_BYTES) return null
  // Of servers that were killed.
  for (const name of readdirSync(data)) if (name.startsWith('.s.PGSQL.')) rmSync(join(data, name))
  return data
}

interface NewCluster {
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly password: string
  readonly durable: boolean
}

async function makeCluster({ binaries, runAs, folder, data, log, password, durable }: NewCluster): Promise<void> {
  const unfinished = `${data}.unfinished`
  const passwordFile = join(folder, 'password.initdb')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (runAs.account !== null) {
    for (const path of [unfinished, passwordFile]) chownSync(path, runAs.account.uid, runAs.account.gid)
  }
  const args = [
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]
  const code = await ended(run(binaries.initdb, args, runAs, log))
  rmSync(passwordFile, { force: true })
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder; its log is ${log}`)
  renameSync(unfinished, data)
}

function run(program: string, args: readonly string[], runAs: RunAs, log: string): ChildProcess {
  const [first = program, ...rest] = [...runAs.prefix, program, ...args]
  const output = openSync(log, 'a', 0o600)
  try {
    return spawn(first, rest, {
      ...runAs.spawnAs,
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'Asia/Shanghai' },
    })
  } finally {
    closeSync(output)
  }
}

function stopper(server: ChildProcess): () => Promise<void> {
  // Only a finished stop is clean; if the process leaves another way the cluster still shuts down in order.
  const lastResort = (): void => void server.kill('SIGINT')
  process.once('exit', lastResort)
  server.unref()
  let stopping: Promise<void> | null = null
  return () => (stopping ??= stop(server).finally(() => process.off('exit', lastResort)))
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  server.kill('SIGINT')
  const impatient = setTimeout(() => server.kill('SIGQUIT'), FAST_STOP_MS)
  await ended(server)
  clearTimeout(impatient)
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
}

async function waitUntilReady(server: ChildProcess, to: { port: number; password: string }): Promise<'ready' | 'ended'> {
  const end = ended(server).then(() => 'ended' as const)
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until) {
    const outcome = await Promise.race([end, answers(to)])
    if (outcome !== 'silent') return outcome
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  server.kill('SIGINT')
  await end
  return 'ended'
}

async function answers({ port, password }: { port: number; password: string }): Promise<'ready' | 'silent'> {
  const client = new pg.Client({ connectionString: clusterUrl(port, password, 'postgres', null) })
  // Without a listener a connection cut while starting would end this process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch {
    return 'silent'
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port on 127.0.0.1'))
        else resolve(address.port)
      })
    })
  })
}

/** A log that has grown is kept once as postgres.log.1, so that it never fills the disk. */
function turnLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`)
}
