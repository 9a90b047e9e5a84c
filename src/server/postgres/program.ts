// One of PostgreSQL's programs as a process of its own group, its words appended to the log beside the data.

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { RunAs } from './binaries.ts'

export function run(program: string, args: readonly string[], runAs: RunAs, log: string): ChildProcess {
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

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

export function ended(child: ChildProcess): Promise<number | null> {
  if (hasEnded(child)) return Promise.resolve(child.exitCode)
  return new Promise((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
}
