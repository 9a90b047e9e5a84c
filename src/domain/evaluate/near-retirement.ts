// Who retires within the cycle: what is asked of them if the whole of it counts, and if only the time until they retire. No document
// says which; both are shown until the district answers. The day is that of the home post as the school ended it (退休): no birthday
// is kept, so nobody's retirement is guessed.

import { daysThrough, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { scaleHalfUp, type Tenths } from '../hours.ts'
import { postsOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn } from '../policy/value-on.ts'
import type { Reading } from './reading.ts'
import type { NEAR_RETIREMENT } from './retirement-settings.ts'

export interface NearRetirement {
  readonly retires: Day
  /** What the district confirmed; null while it is to be confirmed. */
  readonly answer: (typeof NEAR_RETIREMENT)[number] | null
  readonly whole: { readonly required: Tenths; readonly short: Tenths }
  readonly byTime: { readonly required: Tenths; readonly short: Tenths }
}

/** The last day of the home post of who is to retire on or after a day; null where nobody has said so. */
export function retiresOn(dossier: Dossier, d: Day): Day | null {
  const last = postsOf(dossier).filter((p) => p.kind === 'home' && p.endReason === 'retired' && p.to !== null && p.to >= d)
  return last[last.length - 1]?.to ?? null
}

/** Null for who does not retire within the window read, and where no rule asks anything. */
export function nearRetirement(
  policy: Policy,
  dossier: Dossier,
  reading: Pick<Reading, 'window' | 'asOf' | 'required' | 'counted'>,
): NearRetirement | null {
  const { window, asOf, required, counted } = reading
  const retires = retiresOn(dossier, asOf)
  if (required === null || retires === null || retires < window.first || retires >= window.last) return null
  const part = scaleHalfUp(required, daysThrough(window.first, retires), daysThrough(window.first, window.last)) as Tenths
  const short = (asked: Tenths): Tenths => Math.max(0, asked - counted) as Tenths
  return {
    retires,
    answer: valueOn(policy.settings.nearRetirement, asOf),
    whole: { required, short: short(required) },
    byTime: { required: part, short: short(part) },
  }
}
