// What whoever asked hears while the disk is full or the database away: not a fault, but when to come back. 507 is final until somebody
// makes room, and phones say so in words; 503 passes by itself.

import type { Context } from 'hono'
import type { Trouble } from '../store/trouble.ts'
import { problem } from './problem.ts'

/** As long as a PostgreSQL takes to come back; spread, so that all do not return in one second. */
const AWAY_MS = 10_000

export const troubleProblem = (c: Context, trouble: Trouble, chance: number): Response =>
  trouble === 'full'
    ? problem(c, 507, 'server.full')
    : problem(c, 503, 'server.database-away', { retryAfterMs: Math.floor(AWAY_MS * (1 + 2 * chance)) })
