// The files of a new PostgreSQL, made once. They are made under a name of this attempt's own and get theirs when whole: a maker that
// was left behind by a kill writes on into a folder that nobody looks at any more.

import { chmodSync, chownSync, lchownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries, RunAs } from './binaries.ts'
import { ended, run } from './program.ts'
import { DatabaseWillNotStart, endOf, whySince } from './will-not-start.ts'

export const SUPERUSER = 'yantu'

export interface NewCluster {
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly password: string
  readonly durable: boolean
}

export async function makeCluster({ binaries, runAs, folder, data, log, password, durable }: NewCluster): Promise<void> {
  clearHalfMade(folder)
  const unfinished = `${data}.unfinished.${String(process.pid)}`
  const passwordFile = join(folder, 'password.initdb')
  mkdirSync(unfinished, { mode: 0o700 })
  try {
    rmSync(passwordFile, { force: true })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (runAs.account !== null) for (const path of [unfinished, passwordFile]) chownSync(path, runAs.account.uid, runAs.account.gid)
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
    const before = endOf(log)
    const code = await ended(run(binaries.initdb, args, runAs, log))
    if (code !== 0) throw new DatabaseWillNotStart(whySince(log, before), log)
    renameSync(unfinished, data)
  } finally {
    rmSync(passwordFile, { force: true })
    clear(unfinished)
  }
}

/** Of starts that were killed. */
function clearHalfMade(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith('database.unfinished')) clear(join(folder, name))
}

function clear(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // A maker that was left behind still writes there; the next start clears it.
  }
}

/** A folder that was copied belongs to whoever copied it, and PostgreSQL refuses it. As far as the system lets us it is made its own again. */
export function ownAll(data: string, { account }: RunAs): void {
  try {
    if (account !== null) {
      lchownSync(data, account.uid, account.gid)
      for (const entry of readdirSync(data, { recursive: true, withFileTypes: true }))
        lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid)
    }
    chmodSync(data, 0o700)
  } catch {
    // Not ours to change: PostgreSQL says again what it lacks, and the person at the machine reads it.
  }
}
