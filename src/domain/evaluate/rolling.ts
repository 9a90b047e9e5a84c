// 近5年 from a standing: the five years back from a supervision day, without reading the dossier again. A standing keeps what counted on
// which day, and the balances with their days; the window is laid over them when it is read, so nothing goes stale.
// Only where every rule looks at one entry at a time: a cap or an only-once depends on the window, and then only the dossier can say.

import { isWithin, type Day } from '../day.ts'
import type { Tenths } from '../hours.ts'
import type { Policy } from '../policy/policy.ts'
import type { Item } from './item.ts'
import { partsOf, vague, type Part } from './part.ts'
import { read, type Bearer, type History, type Reading } from './reading.ts'
import { tallyOf } from './tally.ts'
import { rollingFive, type Window } from './window.ts'

export interface Rolling {
  /** Last day and counted tenths, one a day, in order. */
  readonly days: readonly (readonly [Day, number])[]
  /** First day, last day, tenths of each balance that stands. */
  readonly balances: readonly (readonly [Day, Day, number])[]
}

const ALWAYS: Window = { id: null, first: '0001-01-01' as Day, last: '9999-12-31' as Day }
const OVER_ENTRIES = ['cap', 'once-only', 'offset']

/** Null where a rule of the policy looks at several entries at once. */
export function rollingOf(policy: Policy, items: readonly Item[]): Rolling | null {
  if (policy.rules.some((rule) => OVER_ENTRIES.includes(rule.type))) return null
  const byDay = new Map<Day, number>()
  const balances: [Day, Day, number][] = []
  for (const { last, counted, opening } of partsOf(policy, items, ALWAYS).parts) {
    if (opening !== undefined) balances.push([opening.first, last, counted])
    else if (counted > 0) byDay.set(last, (byDay.get(last) ?? 0) + counted)
  }
  return { days: [...byDay].sort((a, b) => (a[0] < b[0] ? -1 : 1)), balances }
}

const partOf = (last: Day, tenths: number, first: Day | null): Part => ({
  last,
  level: 'school',
  mode: 'other',
  tags: [],
  pending: 0 as Tenths,
  recognised: tenths as Tenths,
  counted: tenths as Tenths,
  expected: tenths as Tenths,
  credits: null,
  reduced: [],
  ...(first === null ? {} : { opening: { first } }),
})

const headlines = new WeakMap<Policy, Policy>()

/** The policy with its rules of the headline alone, once per policy object: a standing of days can say nothing of the others. */
function headlineOnly(policy: Policy): Policy {
  const known = headlines.get(policy)
  if (known !== undefined) return known
  const made: Policy = { ...policy, rules: policy.rules.filter((r) => r.type === 'minimum' && r.headline === true && r.unit === 'hours') }
  headlines.set(policy, made)
  return made
}

/** The headline over the five years that end on the day; only hours as a whole are in it, no level, no mode and no other rule. */
export function readRolling(policy: Policy, rolling: Rolling, bearer: Bearer, history: History, on: Day): Reading {
  const window = rollingFive(on)
  const rules = headlineOnly(policy)
  // Whole hours add up, so the days are one part.
  let counted = 0
  for (const [day, tenths] of rolling.days) if (isWithin(day, window.first, window.last)) counted += tenths
  const parts = [partOf(window.last, counted, null)]
  for (const [first, last, tenths] of rolling.balances) {
    if (last < window.first || first > window.last) continue
    const part = partOf(last, tenths, first)
    parts.push(first >= window.first && last <= window.last ? part : vague(part))
  }
  return read({ policy: rules, bearer, window, tally: tallyOf(rules, parts), asOf: on, history, extension: null })
}
