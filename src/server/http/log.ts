// What the operator can read when something failed: when, where, which request, what kind of failure, and the places in the code.
// A disk without room and a database that is away are no faults of the code: they are said in words, with what to do, and once in
// ten minutes, so that a thousand phones do not fill the log (and the disk) with it.
// Never names, ids of people, payloads, or the text of a database error (it quotes values).

import { sqlState } from '../store/retry.ts'
import { troubleOf, type Trouble } from '../store/trouble.ts'
import { TROUBLE_LOG } from '../text/trouble.ts'

export type Report = (where: string, error: unknown) => void

const SAID_EVERY_MS = 10 * 60_000

export function reportTo(write: (line: string) => void, clock: () => number): Report {
  const said = new Map<Trouble, number>()
  return (where, error) => {
    const kind = error instanceof Error ? error.name : typeof error
    const state = sqlState(error)
    const trouble = troubleOf(error)
    const now = clock()
    const head = `${new Date(now).toISOString()} ${where}: ${kind}${state === null ? '' : ` (${state})`}`
    if (trouble !== null) {
      const last = said.get(trouble)
      // A clock that was set back starts anew.
      if (last !== undefined && now >= last && now - last < SAID_EVERY_MS) return
      said.set(trouble, now)
      return write(`${TROUBLE_LOG[trouble]}\n${head}`)
    }
    const stack =
      error instanceof Error
        ? (error.stack ?? '')
            .split('\n')
            .filter((line) => /^\s+at /.test(line))
            .slice(0, 8)
        : []
    write([head, ...stack].join('\n'))
  }
}
