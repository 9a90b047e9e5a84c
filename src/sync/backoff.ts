// When to try again: every 60 s while all is well, doubling to 15 minutes in trouble, spread out by chance so that phones
// that lost the server together do not come back together. What the server asks for comes first.

import type { SyncOutcome } from './outcome.ts'
import { wentWell } from './outcome.ts'

export const EVERY_MS = 60_000
export const MOST_MS = 15 * 60_000
/** Another tab is at it, or died at it less than 90 s ago. */
const ELSEWHERE_MS = 15_000

/** `failures` in a row, this one included; `chance` in [0, 1). */
export function nextTryMs(outcome: SyncOutcome, nextAfterMs: number | null, failures: number, chance: number): number {
  if (wentWell(outcome)) return Math.min(MOST_MS, Math.max(EVERY_MS, nextAfterMs ?? 0))
  if (outcome.is === 'elsewhere') return ELSEWHERE_MS
  const asked = outcome.is === 'busy' ? (outcome.retryAfterMs ?? 0) : 0
  const backOff = Math.min(MOST_MS, EVERY_MS * 2 ** Math.max(0, failures - 1))
  // Between three quarters and five quarters of it, never sooner than asked.
  return Math.max(asked, Math.floor(backOff * (0.75 + chance / 2)))
}
