// A connection that lets PostgreSQL keep the plan of each statement: the same text gets the same name, so it is parsed and planned
// once a connection. Plans that depend on row-level security are remade by PostgreSQL itself when the role is another one.
// Statements here are made of fixed pieces; should a text ever vary without end, the later ones simply go unnamed.
// Beginning a transaction travels with its first statement, and ending it with a statement that says it is the last (THEN_COMMIT):
// nobody waits for either answer alone, and what the last statement locks is let go without this process being asked again.

import type { Socket } from 'node:net'
import pg from 'pg'
import { survivesLoss } from './lost-connection.ts'

const MOST_NAMES = 400
/** No statement of a request takes that long: whoever waits longer waits for a line that was cut. */
const SILENT_MS = 120_000
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = `y${String(names.size)}`
  names.set(text, name)
  return name
}

/** Begins a statement after which nothing follows but the commit, which is sent with it. Where it fails, so does the commit. */
export const THEN_COMMIT = '/* then commit */ '

type Query = (...given: unknown[]) => unknown

const BEGUN = { command: 'START', rowCount: null, oid: 0, fields: [], rows: [] }

export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    // Statements may be written before the answer to the one before is there; each keeps its own answer.
    super(typeof config === 'object' ? ({ ...config, pipeline: true } as pg.ClientConfig) : config)
    survivesLoss(this, SILENT_MS)
    const plain = super.query.bind(this) as Query
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection
    let beginning: string | null = null
    let ending: Promise<unknown> | null = null
    const named: Query = (text, values, ...rest) => {
      if (
        typeof text === 'string' &&
        text.startsWith('start transaction') &&
        beginning === null &&
        rest.length === 0 &&
        typeof values !== 'function'
      ) {
        beginning = text
        return Promise.resolve(BEGUN)
      }
      if (ending !== null) return ended(text)
      // One packet for all that is sent together.
      stream.cork()
      try {
        const begun = begin()
        const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
        const answer = name === undefined ? plain(text, values, ...rest) : plain({ name, text, values }, ...rest)
        if (typeof text === 'string' && text.startsWith(THEN_COMMIT)) {
          ending = plain('commit') as Promise<unknown>
          // Heard when the commit is asked for.
          ending.catch(() => undefined)
        }
        return begun === null ? answer : both(begun, answer)
      } finally {
        stream.uncork()
      }
    }
    const begin = (): Promise<unknown> | null => {
      if (beginning === null) return null
      const text = beginning
      beginning = null
      return plain(text) as Promise<unknown>
    }
    /** The commit went with the last statement; a failure of that one has undone everything already. */
    const ended = (text: unknown): Promise<unknown> => {
      const under = ending
      if (text !== 'commit' && text !== 'rollback') throw new Error('after the last statement of a transaction nothing follows')
      ending = null
      return under ?? Promise.resolve(BEGUN)
    }
    Object.assign(this, { query: named })
  }
}

/** What could not begin did not happen, whatever came after it: without a transaction nothing may stand. */
async function both(begun: Promise<unknown>, answer: unknown): Promise<unknown> {
  const [first, second] = await Promise.allSettled([begun, answer])
  if (first.status === 'rejected') throw first.reason
  if (second.status === 'rejected') throw second.reason
  return second.value
}
