// One PostgreSQL cluster in one folder: made once, started, kept running, stopped.
// Holds always: the server listens on 127.0.0.1 and, where it can, a socket in its own folder (half the cost of a statement), and
// nowhere else; asks for the password, keeps Shanghai time and writes its log beside the data; it has its own process group, so that
// Ctrl-C reaches us first and we stop it after the last answer. One that dies under us is started again at the same address, for as
// long as it takes (keep-running.ts). Must not: know tables or roles.
import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'
import { sqlState } from '../store/retry.ts'
import { clientTo } from '../store/lost-connection.ts'
import { chooseAccount, findBinaries } from './binaries.ts'
import { keepRunning, type HowItGoes } from './keep-running.ts'
import { stopLeftover } from './leftover.ts'
import { makeCluster, ownAll, SUPERUSER } from './make-cluster.ts'
import { ended, hasEnded, run } from './program.ts'
import { DatabaseWillNotStart, endOf, whySince } from './will-not-start.ts'

export interface ClusterOptions {
  readonly folder: string
  readonly password: string
  readonly durable: boolean
  /** Hears what becomes of it: a long recovery, a death, the way back. */
  readonly tell: (what: HowItGoes) => void
}

export interface Cluster {
  urlOf(database: string): string
  stop(): Promise<void>
}

export const LOG_FILE = 'postgres.log'
const LOG_LIMIT_BYTES = 10_000_000
/** Of silence; one that says it is recovering is waited for. */
const READY_WITHIN_MS = 180_000
const SAY_RECOVERING_AFTER_MS = 5_000
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

export async function startCluster({ folder, password, durable, tell }: ClusterOptions): Promise<Cluster> {
  const binaries = await findBinaries()
  const runAs = chooseAccount([binaries.postgres, folder])
  const data = join(folder, 'database')
  const log = join(folder, LOG_FILE)
  turnLog(log)
  if (!existsSync(data)) await makeCluster({ binaries, runAs, folder, data, log, password, durable })
  await stopLeftover(data)
  const socket = socketFolder(data)
  /** One attempt; null where it did not come up. */
  const startOn = async (port: number, inHand: (server: ChildProcess) => void = () => undefined): Promise<ChildProcess | null> => {
    if (socket !== null) clearSockets(data)
    const settings = [...ALWAYS, `unix_socket_directories=${socket ?? ''}`, ...(durable ? [] : FOR_TESTS)].flatMap((s) => ['-c', s])
    const server = run(binaries.postgres, ['-D', data, '-p', String(port), ...settings], runAs, log)
    inHand(server)
    const outcome = await waitUntilReady(server, { port, password, tell })
    if (outcome === 'locked') throw new DatabaseWillNotStart('password', log)
    return outcome === 'ready' ? server : null
  }
  let mended = false
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const before = endOf(log)
    const server = await startOn(port)
    if (server !== null) {
      return {
        urlOf: (database) => clusterUrl(port, password, database, socket),
        stop: keepRunning(server, { again: (inHand) => startOn(port, inHand), log, tell }),
      }
    }
    const why = whySince(log, before)
    if (why === 'rights' && !mended) {
      mended = true
      ownAll(data, runAs)
    } else if (why !== 'unknown' || attempt === START_ATTEMPTS) throw new DatabaseWillNotStart(why, log)
    // Somebody else may have taken the port between our look and its use, or the children of a killed
    // PostgreSQL have not noticed yet; both pass within seconds.
    else await new Promise((resolve) => setTimeout(resolve, 100 * attempt))
  }
}

function clusterUrl(port: number, password: string, database: string, socket: string | null): string {
  const host = socket === null ? '' : `?host=${encodeURIComponent(socket)}`
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}${host}`
}

/** Where the socket goes: among the data, which nobody else can enter. Null where the system or the path does not allow one. */
const socketFolder = (data: string): string | null =>
  platform() === 'win32' || /[,"]/.test(data) || Buffer.byteLength(join(data, '.s.PGSQL.65535')) > SOCKET_PATH_BYTES ? null : data

/** Of servers that were killed. */
function clearSockets(data: string): void {
  for (const name of readdirSync(data)) if (name.startsWith('.s.PGSQL.')) rmSync(join(data, name), { force: true })
}

interface Waiting {
  readonly port: number
  readonly password: string
  readonly tell: (what: HowItGoes) => void
}

async function waitUntilReady(server: ChildProcess, { port, password, tell }: Waiting): Promise<'ready' | 'ended' | 'locked'> {
  const end = ended(server).then(() => 'ended' as const)
  const began = performance.now()
  let until = began + READY_WITHIN_MS
  let told = false
  while (performance.now() < until) {
    const outcome = await Promise.race([end, answers(port, password)])
    if (outcome === 'ready' || outcome === 'ended') return outcome
    // After a power cut this takes as long as it takes; to end it would only begin it anew.
    if (outcome === 'recovering') {
      until = performance.now() + READY_WITHIN_MS
      if (!told && performance.now() - began > SAY_RECOVERING_AFTER_MS) {
        told = true
        tell({ is: 'recovering' })
      }
    }
    await new Promise((resolve) => setTimeout(resolve, outcome === 'locked' ? 400 : 40))
    // Unless it was somebody else's on a port that was just taken: then ours has ended by now.
    if (outcome === 'locked' && !hasEnded(server)) break
  }
  const locked = !hasEnded(server) && (await answers(port, password)) === 'locked'
  server.kill('SIGINT')
  await end
  return locked ? 'locked' : 'ended'
}

/** SQLSTATE of a database that is starting up or recovering, and of one that does not take our password. */
const NOT_YET = '57P03'
const WRONG_PASSWORD = '28P01'

async function answers(port: number, password: string): Promise<'ready' | 'recovering' | 'locked' | 'silent'> {
  const client = clientTo(clusterUrl(port, password, 'postgres', null))
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const state = sqlState(error)
    return state === NOT_YET ? 'recovering' : state === WRONG_PASSWORD ? 'locked' : 'silent'
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
