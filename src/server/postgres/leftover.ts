// After kill -9 of the server its PostgreSQL goes on alone. It is stopped in order before the next start:
// two on one folder would destroy data. What PostgreSQL itself wrote into postmaster.pid says which process it is.
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode } from './folder-lock.ts'
import { isAlive } from './process-identity.ts'

const FAST_STOP_MS = 30_000
const IMMEDIATE_STOP_MS = 10_000

export async function stopLeftover(data: string): Promise<void> {
  const pid = postmaster(data)
  if (pid === null) clearUnreadable(data)
  if (pid === null || !isAlive(pid) || !worksIn(pid, data)) return
  process.kill(pid, 'SIGINT')
  if (await isGone(pid, FAST_STOP_MS)) return
  process.kill(pid, 'SIGQUIT')
  if (await isGone(pid, IMMEDIATE_STOP_MS)) return
  throw new Error(`An earlier PostgreSQL (process ${String(pid)}) still holds ${data} and does not end.`)
}

function postmaster(data: string): number | null {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Begun on a full disk or cut off with the power, it names nobody, and PostgreSQL would refuse to start for ever. */
function clearUnreadable(data: string): void {
  if (!someoneWorksIn(data)) rmSync(join(data, 'postmaster.pid'), { force: true })
}

function someoneWorksIn(data: string): boolean {
  if (process.platform !== 'linux') return false
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksIn(Number(name), data))
}

/** Numbers are given out again: only a process that stands in the data folder is its PostgreSQL. */
function worksIn(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`) === realpathSync(data)
  } catch {
    // Another account's process: not ours.
    return false
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    if (!isAlive(pid)) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}
