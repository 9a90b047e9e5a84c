// Sums over the parts of a window: totals, by level, by mode, by tag, and towards every minimum.
// A tally only grows, one part at a time, so a cached tally plus later parts equals a tally made anew. Plain data, JSON-safe.

import type { Tenths } from '../hours.ts'
import type { Policy } from '../policy/policy.ts'
import { inForce, valueOn } from '../policy/value-on.ts'
import { compile, type Minimum } from './compile.ts'
import { matches } from './filter.ts'
import type { Part } from './part.ts'

export interface Amounts {
  pending: Tenths
  recognised: Tenths
  counted: Tenths
}

/** One level, mode or tag. An entry with two tags stands in both slices. */
export interface Slice extends Amounts {
  key: string
}

/** Towards one minimum, in tenths of its unit; `expected` once everything pending is accepted as claimed. */
export interface Towards {
  rule: string
  from: string
  has: number
  expected: number
  /** A matching recognised entry says no credits, so the sum may be more. */
  lacksCredits: boolean
  /** Of `has`, what opening balances brought; and what balances may bring of which nobody can say the days. */
  opening: number
  maybe: number
  offsets: { rule: string; has: number; expected: number; opening: number }[]
  reduced: { rule: string; by: number }[]
}

export interface Tally {
  totals: Amounts
  byLevel: Slice[]
  byMode: Slice[]
  byTag: Slice[]
  towards: Towards[]
}

const zero = (): Amounts => ({ pending: 0 as Tenths, recognised: 0 as Tenths, counted: 0 as Tenths })

function emptyTally(policy: Policy): Tally {
  const towards = compile(policy).minimums.map(({ rule, offsets }): Towards => ({
    rule: rule.id,
    from: rule.from,
    has: 0,
    expected: 0,
    lacksCredits: false,
    opening: 0,
    maybe: 0,
    reduced: [],
    offsets: offsets.map((o) => ({ rule: o.rule.id, has: 0, expected: 0, opening: 0 })),
  }))
  return { totals: zero(), byLevel: [], byMode: [], byTag: [], towards }
}

function add(to: Amounts, part: Part): void {
  to.pending = (to.pending + part.pending) as Tenths
  to.recognised = (to.recognised + (part.recognised ?? 0)) as Tenths
  to.counted = (to.counted + part.counted) as Tenths
}

function addTo(slices: Slice[], key: string, part: Part): void {
  let slice = slices.find((s) => s.key === key)
  if (slice === undefined) {
    slice = { key, ...zero() }
    slices.push(slice)
    slices.sort((a, b) => (a.key < b.key ? -1 : 1))
  }
  add(slice, part)
}

/** Tenths a part brings to a minimum of this unit: counted hours, or credits as printed (converted only where confirmed). */
function bring(policy: Policy, minimum: Minimum, part: Part): { has: number; expected: number; lacks: boolean } {
  if (minimum.rule.unit === 'hours') return { has: part.counted, expected: part.expected, lacks: false }
  const credits = part.credits ?? creditsFor(policy, part)
  if (part.recognised === null) return { has: 0, expected: credits ?? 0, lacks: false }
  return { has: credits ?? 0, expected: credits ?? 0, lacks: credits === null }
}

function creditsFor(policy: Policy, part: Part): number | null {
  const per = valueOn(policy.settings.hoursPerCredit, part.last)
  return per === null ? null : Math.floor((2 * part.counted * per.den + per.num) / (2 * per.num))
}

function addTowards(policy: Policy, minimum: Minimum, to: Towards, part: Part): void {
  if (part.maybe !== undefined) {
    const may = minimum.rule.unit === 'hours' ? part.maybe.hours : (part.maybe.credits ?? 0)
    if (matches(minimum.rule.filter, part) || minimum.offsets.some((o) => matches(o.rule.fromFilter, part))) to.maybe += may
    return
  }
  if (matches(minimum.rule.filter, part)) {
    const { has, expected, lacks } = bring(policy, minimum, part)
    if (part.opening !== undefined) to.opening += has
    to.has += has
    to.expected += expected
    to.lacksCredits = to.lacksCredits || lacks
    if (minimum.rule.unit === 'hours') for (const r of part.reduced) addReduced(to, r.rule, r.by)
    return
  }
  const k = minimum.offsets.findIndex((o) => inForce(o.rule, part.last) && matches(o.rule.fromFilter, part))
  const offset = to.offsets[k]
  if (offset === undefined) return
  const { has, expected } = bring(policy, minimum, part)
  offset.has += has
  offset.expected += expected
  if (part.opening !== undefined) offset.opening += has
}

function addReduced(to: Towards, rule: string, by: number): void {
  const known = to.reduced.find((r) => r.rule === rule)
  if (known === undefined) to.reduced.push({ rule, by })
  else known.by += by
}

/** Adds one part, in place. */
export function addPart(policy: Policy, tally: Tally, part: Part): void {
  if (part.maybe === undefined) addSums(tally, part)
  compile(policy).minimums.forEach((minimum, k) => {
    const to = tally.towards[k]
    if (to !== undefined) addTowards(policy, minimum, to, part)
  })
}

function addSums(tally: Tally, part: Part): void {
  add(tally.totals, part)
  addTo(tally.byLevel, part.level, part)
  addTo(tally.byMode, part.mode, part)
  for (const tag of new Set(part.tags)) addTo(tally.byTag, tag, part)
}

export const copyTally = (tally: Tally): Tally => JSON.parse(JSON.stringify(tally)) as Tally

export function tallyOf(policy: Policy, parts: Iterable<Part>): Tally {
  const tally = emptyTally(policy)
  for (const part of parts) addPart(policy, tally, part)
  return tally
}
