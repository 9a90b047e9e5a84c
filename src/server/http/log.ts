// What the operator can read when something failed: when, where, which request, what kind of failure, and the places in the code.
// Never names, ids of people, payloads, or the text of a database error (it quotes values).

import { sqlState } from '../store/retry.ts'

export type Report = (where: string, error: unknown) => void

export function reportTo(write: (line: string) => void, clock: () => number): Report {
  return (where, error) => {
    const kind = error instanceof Error ? error.name : typeof error
    const state = sqlState(error)
    const stack =
      error instanceof Error
        ? (error.stack ?? '')
            .split('\n')
            .filter((line) => /^\s+at /.test(line))
            .slice(0, 8)
        : []
    write([`${new Date(clock()).toISOString()} ${where}: ${kind}${state === null ? '' : ` (${state})`}`, ...stack].join('\n'))
  }
}
