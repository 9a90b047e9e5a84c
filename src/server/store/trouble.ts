// What no code can mend, told apart from faults: a disk without room, and a database that does not answer just now. What is said
// then is other words, and another time to come back; nothing was stored that was not acknowledged.

import { sqlState } from './retry.ts'

export type Trouble = 'full' | 'away'

/** Of the system, and of PostgreSQL on its disk. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100'])
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  // Stopped, crashed or starting; too many connections; no connection (class 08).
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
])
/** What the driver says without a code. */
const WORDS = /^(Connection terminated|timeout e|Client has encountered a connection error|Client was closed)/
/** What Node says, with ECONNRESET, of a phone that hung up in the middle of its request: no word about the database. */
const HUNG_UP = 'aborted'

export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error) || error.message === HUNG_UP) return null
  const code = sqlState(error) ?? ''
  if (FULL.has(code)) return 'full'
  // A socket that is not there: its server has gone.
  const gone = code === 'ENOENT' && Reflect.get(error, 'syscall') === 'connect'
  return gone || AWAY.has(code) || WORDS.test(error.message) ? 'away' : null
}
