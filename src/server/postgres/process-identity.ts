// Which process is meant by a number in a file. Numbers are given out again, in containers even the same
// one at every start, so the start time stands beside it; where the system does not tell, the number decides.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ProcessIdentity {
  readonly pid: number
  /** Opaque; equal only for the same process. Empty where the system does not tell. */
  readonly started: string
}

export function identify(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) }
}

export function isStillRunning(identity: ProcessIdentity): boolean {
  if (!isAlive(identity.pid)) return false
  if (identity.started === '') return identity.pid !== process.pid
  return startOf(identity.pid) === identity.started
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

function startOf(pid: number): string {
  if (process.platform === 'linux') {
    const start = statFields(pid)?.[19]
    return start === undefined ? '' : `${bootId()}.${start}`
  }
  if (process.platform === 'win32') return ''
  try {
    const out = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
    return out.toString().trim()
  } catch {
    return ''
  }
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)?.[0] === 'Z'
}

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | null {
  const stat = readOrNull(`/proc/${String(pid)}/stat`)
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function bootId(): string {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
