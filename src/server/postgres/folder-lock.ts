// One server per data folder. The lock is a file naming the process that holds the folder.
// Holds always: of two processes that try at once exactly one gets it; a lock left by a killed process
// is taken over, also when its number has since been given to another process (start times differ).
// Must not: wait, or trust a process number alone.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, type ProcessIdentity, isStillRunning } from './process-identity.ts'

export type LockOutcome = { readonly is: 'held'; release(): void } | { readonly is: 'in-use'; readonly pid: number }

const LOCK = 'server.lock'

export function lockFolder(folder: string): LockOutcome {
  const lock = join(folder, LOCK)
  const mine = `${lock}.${String(process.pid)}`
  try {
    writeFileSync(mine, JSON.stringify(identify(process.pid)), { mode: 0o600 })
    // A stale lock can be replaced by another starter between our two looks; then look again.
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (link(mine, lock)) return { is: 'held', release: () => rmSync(lock, { force: true }) }
      const holder = readHolder(lock)
      if (holder !== null && isStillRunning(holder)) return { is: 'in-use', pid: holder.pid }
      setAside(lock, holder)
    }
    throw new Error(`The lock ${lock} changes hands faster than it can be read.`)
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Who holds the folder now, or null when nobody alive does. */
export function folderHolder(folder: string): number | null {
  const holder = readHolder(join(folder, LOCK))
  return holder !== null && isStillRunning(holder) ? holder.pid : null
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function readHolder(lock: string): ProcessIdentity | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(lock, 'utf8')) as Partial<ProcessIdentity>
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null
  } catch (error) {
    // Unreadable text is a file cut off by a power loss: nobody holds it.
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null
    throw error
  }
}

function setAside(lock: string, stale: ProcessIdentity | null): void {
  const aside = `${lock}.stale.${String(process.pid)}`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const moved = readHolder(aside)
  // Another starter was quicker and what we moved is its fresh lock: put it back.
  if (moved !== null && moved.pid !== stale?.pid && isStillRunning(moved)) link(aside, lock)
  rmSync(aside, { force: true })
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
