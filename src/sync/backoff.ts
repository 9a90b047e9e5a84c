// When to try again: every 60 s while all is well, doubling to 15 minutes in trouble, spread out by chance so that phones
// that lost the server together do not come back together. What the server asks for comes first: it knows how many it
// turned away, and gives each another time.

import type { SyncOutcome } from './outcome.ts'
import { wentWell } from './outcome.ts'

export const EVERY_MS = 60_000
export const MOST_MS = 15 * 60_000
/** Another tab is at it, or died at it less than 90 s ago. */
const ELSEWHERE_MS = 15_000
/** However soon a server would have us back, and however long a gateway in between would have us wait. */
const SOONEST_MS = 5_000
const LONGEST_ASKED_MS = 60 * 60_000

/** `failures` in a row, this one included; `chance` in [0, 1). */
export function nextTryMs(outcome: SyncOutcome, nextAfterMs: number | null, failures: number, chance: number): number {
  if (wentWell(outcome)) return Math.min(MOST_MS, Math.max(EVERY_MS, nextAfterMs ?? 0))
  if (outcome.is === 'elsewhere') return ELSEWHERE_MS
  const asked = askedToWaitMs(outcome)
  // Up to a quarter later, never sooner.
  if (asked !== null) return Math.floor(asked * (1 + chance / 4))
  const backOff = Math.min(MOST_MS, EVERY_MS * 2 ** Math.max(0, failures - 1))
  // Between three quarters and five quarters of it.
  return Math.floor(backOff * (0.75 + chance / 2))
}

/** How long a busy server asked this phone to stay away; null when it asked for nothing. */
export const askedToWaitMs = (outcome: SyncOutcome): number | null =>
  outcome.is === 'busy' && outcome.retryAfterMs !== null ? Math.min(LONGEST_ASKED_MS, Math.max(SOONEST_MS, outcome.retryAfterMs)) : null
