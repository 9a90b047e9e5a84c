// Caps: at most so many hours count per entry, project, year or cycle. What is left of each bucket that takes in the entry
// is the most that counts; what counts in the end uses up every one of them. Caps are nested or disjoint (check-pack.ts).

import type { Day } from '../../day.ts'
import { leastHours, lessHours, parseHours, type Tenths } from '../../hours.ts'
import type { Item } from '../item.ts'
import type { RuleOf } from '../../policy/policy.ts'
import { inForce } from '../../policy/value-on.ts'
import { matches } from '../filter.ts'
import { yearOfDay } from '../window.ts'
import type { Effect } from './effect.ts'

/** What is left of each bucket, by rule and bucket name; made anew for every window. */
export type Buckets = Map<string, Tenths>

/** The bucket an entry falls into, null where the cap does not concern it (a project cap without a project). */
function bucketOf(cap: RuleOf<'cap'>, item: Item, yearStart: string): string | null {
  switch (cap.per) {
    case 'entry':
      return `${cap.id}|entry|${item.id}`
    case 'project':
      return item.project === null ? null : `${cap.id}|project|${item.project}`
    case 'year':
      return `${cap.id}|year|${yearOfDay(yearStart, item.last)}`
    case 'cycle':
      return `${cap.id}|cycle`
  }
}

const limits = new WeakMap<RuleOf<'cap'>, Tenths>()

function limitOf(cap: RuleOf<'cap'>): Tenths {
  const known = limits.get(cap)
  if (known !== undefined) return known
  const read = parseHours(cap.value)
  if (read === null) throw new RangeError(`cap ${cap.id}: not an amount: ${cap.value}`)
  limits.set(cap, read)
  return read
}

/** What may count of `hours`, noting in `effects` each cap that took something, and using up the buckets. */
export function capped(
  caps: readonly RuleOf<'cap'>[],
  item: Item,
  hours: Tenths,
  buckets: Buckets,
  yearStart: string,
  effects: Effect[],
): Tenths {
  const used: [string, Tenths][] = []
  let counts = hours
  for (const cap of caps) {
    if (!inForce(cap, item.last as Day) || !matches(cap.filter, item)) continue
    const bucket = bucketOf(cap, item, yearStart)
    if (bucket === null) continue
    const left = buckets.get(bucket) ?? limitOf(cap)
    const after = leastHours(counts, left)
    if (after < counts) effects.push({ rule: cap.id, type: 'cap', before: counts, after })
    counts = after
    used.push([bucket, left])
  }
  for (const [bucket, left] of used) buckets.set(bucket, lessHours(left, counts))
  return counts
}
