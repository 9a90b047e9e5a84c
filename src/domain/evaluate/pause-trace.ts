// What pauses do to the cycle shown, step by step: which of them lie in it, how many days they take out, and where the even-pace mark
// stands with and without them. Whether they extend the cycle is the district's to say: both outcomes while it has not, and neither
// can be said of a pause that goes on, which has no length yet.

import { earlier, later, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Tenths } from '../hours.ts'
import { pausesOf, personOf, type Pause } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn } from '../policy/value-on.ts'
import { evenPace } from './pace.ts'
import { pausedDays } from './paused.ts'
import { pausesExtend } from './personal-cycle.ts'
import type { Reading } from './reading.ts'

export interface PauseTrace {
  /** Those that lie in the window, or of which nobody said from when. */
  readonly pauses: readonly Pause[]
  /** Days taken out of the time so far. */
  readonly days: number
  /** The mark with the pauses in, and with them taken out; null where no rule asks anything. */
  readonly pace: { readonly without: Tenths; readonly moved: Tenths } | null
  readonly extends: 'open' | 'extends' | 'does-not'
  /** Both outcomes, while the question is open and a pause has ended. */
  readonly outcomes: {
    readonly stays: { readonly last: Day; readonly short: Tenths }
    readonly extended: { readonly last: Day; readonly short: Tenths }
  } | null
  /** A pause that has begun and goes on. */
  readonly goesOn: boolean
}

/** Null where no pause touches the window. */
export function pauseTrace(policy: Policy, dossier: Dossier, reading: Reading): PauseTrace | null {
  const { window, asOf, required, ifExtended } = reading
  const pauses = pausesOf(dossier).filter((p) => p.from === null || (p.from <= window.last && (p.to === null || p.to >= window.first)))
  if (pauses.length === 0) return null
  const until = earlier(asOf, window.last)
  const said = pausesExtend(policy, window.last)
  const since = personOf(dossier)?.workedSince ?? window.first
  // As the reading counts it: by time of service where the district decided so.
  const counted = valueOn(policy.settings.partCycle, until) === 'by-time' ? { ...window, first: later(window.first, since) } : window
  return {
    pauses,
    days: until < window.first ? 0 : pausedDays(pauses, window.first, until, until),
    pace: required === null ? null : { without: evenPace(required, counted, asOf, []), moved: reading.evenPace },
    extends: said === null ? 'open' : said ? 'extends' : 'does-not',
    outcomes:
      ifExtended === null
        ? null
        : { stays: { last: window.last, short: reading.short }, extended: { last: ifExtended.last, short: ifExtended.short } },
    goesOn: pauses.some((p) => p.from !== null && p.from <= asOf && (p.to === null || p.to > asOf)),
  }
}
