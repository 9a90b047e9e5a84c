// What of a stretch of days is not sure because of hours before the system: balances nobody has confirmed, balances of which nobody can
// say how much lies in it, and years nobody has said anything about. Null where nothing is open. For papers and tables, which print
// sums and no verdicts; verdicts say it themselves.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { historyAsked } from '../evaluate/evaluate-cycle.ts'
import { needsHistory } from '../evaluate/reading.ts'
import type { Window } from '../evaluate/window.ts'
import { addHours, NO_HOURS, type Tenths } from '../hours.ts'
import { personOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { historyOf } from './history.ts'

export interface HistoryDoubt {
  /** Tenths recognised in the stretch that come from balances nobody has confirmed. */
  readonly openings: Tenths
  /** Balances that reach over an end of it and stand in no sum of it, confirmed or not. */
  readonly vague: number
  /** It reaches back before the system, and nobody has said what there was. */
  readonly missing: boolean
}

export function historyDoubt(policy: Policy, dossier: Dossier, window: Window, asOf: Day): HistoryDoubt | null {
  const { openings, confirmed } = historyOf(dossier)
  const inside = openings.filter((o) => o.first >= window.first && o.last <= window.last && o.last <= asOf)
  const touching = openings.filter((o) => o.first <= window.last && o.last >= window.first && o.first <= asOf && !inside.includes(o))
  const known = { confirmed, openings: openings.length, workedSince: personOf(dossier)?.workedSince ?? null }
  const missing = needsHistory(historyAsked(policy, asOf, known), window)
  const open = confirmed ? NO_HOURS : inside.reduce((sum, o) => addHours(sum, o.hours ?? NO_HOURS), NO_HOURS)
  return open === 0 && touching.length === 0 && !missing ? null : { openings: open, vague: touching.length, missing }
}
