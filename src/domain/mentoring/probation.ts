// 新教师: the hours recognised within the probation time against what is asked, and what the 360 come to with them inside and outside:
// both, until the district says which. Hours belong to the day of their last day, as everywhere.

import { addDays, daysInMonth, dayOf, dayOfMonth, monthOf, yearOf, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { itemsOf } from '../evaluate/item.ts'
import type { Window } from '../evaluate/window.ts'
import { parseHours, type Tenths } from '../hours.ts'
import { personOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { isOpen, valueOn } from '../policy/value-on.ts'

export interface Probation {
  readonly first: Day
  readonly last: Day
  readonly required: Tenths
  readonly has: Tenths
  readonly pending: Tenths
  readonly is: 'met' | 'unmet' | 'on-the-way'
  /** Hours of it that lie in the cycle asked about: counted there if inside, not counted if outside. */
  readonly inCycle: Tenths
  /** Which of the two the district said; null: both have to be shown. */
  readonly counts: 'inside' | 'outside' | null
  /** No document kept here asks it: the district is to confirm. */
  readonly open: boolean
}

/** The same day some months on, the month's last where there is none. */
export function addMonths(d: Day, months: number): Day {
  const at = monthOf(d) - 1 + months
  const year = yearOf(d) + Math.floor(at / 12)
  const month = (((at % 12) + 12) % 12) + 1
  return dayOf(year, month, Math.min(dayOfMonth(d), daysInMonth(year, month))) ?? d
}

/** Null where nobody has said since when someone works, or the policy asks nothing. */
export function probationOf(policy: Policy, dossier: Dossier, asOf: Day, cycle: Pick<Window, 'first' | 'last'> | null): Probation | null {
  const { probationHours, probationMonths, probationCounts } = policy.settings as Partial<Policy['settings']>
  const first = personOf(dossier)?.workedSince ?? null
  if (first === null || probationHours === undefined || probationMonths === undefined || probationCounts === undefined) return null
  const [hours, months] = [valueOn(probationHours, asOf), valueOn(probationMonths, asOf)]
  const required = hours === null ? null : parseHours(hours)
  if (required === null || months === null) return null
  const last = addDays(addMonths(first, months), -1)
  let [has, pending, inCycle] = [0, 0, 0]
  for (const item of itemsOf(dossier)) {
    if (item.last < first || item.last > last || item.last > asOf) continue
    if (item.standing === 'recognised') has += item.base
    if (item.standing === 'pending') pending += item.base
    if (item.standing === 'recognised' && cycle !== null && cycle.first <= item.last && item.last <= cycle.last) inCycle += item.base
  }
  const is = has >= required ? 'met' : asOf > last ? 'unmet' : 'on-the-way'
  return {
    first,
    last,
    required,
    has: has as Tenths,
    pending: pending as Tenths,
    inCycle: inCycle as Tenths,
    is,
    counts: valueOn(probationCounts, asOf),
    open: isOpen(probationHours),
  }
}
