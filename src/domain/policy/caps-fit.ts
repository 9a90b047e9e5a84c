// Caps must be nested or disjoint, else the order in which entries meet them would decide what counts.
// Two caps are nested when one takes in all that the other does and its bucket is no narrower; disjoint when no entry meets both.

import { LEVELS, MODES } from '../dossier.ts'
import type { Rule, RuleOf } from './policy.ts'

type Cap = RuleOf<'cap'>

const WIDTH: Record<Cap['per'], number> = { entry: 0, project: 1, year: 1, cycle: 2 }

const setOf = (list: readonly string[] | undefined, all: readonly string[]): ReadonlySet<string> => new Set(list ?? all)
const apart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => ![...a].some((x) => b.has(x))
const within = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((x) => b.has(x))

type MaybeFilter = Cap['filter']

/** Tags never prove two filters disjoint: an entry may carry both. */
function disjoint(a: MaybeFilter, b: MaybeFilter): boolean {
  return apart(setOf(a?.levels, LEVELS), setOf(b?.levels, LEVELS)) || apart(setOf(a?.modes, MODES), setOf(b?.modes, MODES))
}

function inside(a: MaybeFilter, b: MaybeFilter): boolean {
  const tags = b?.tags === undefined || (a?.tags !== undefined && within(new Set(a.tags), new Set(b.tags)))
  return tags && within(setOf(a?.levels, LEVELS), setOf(b?.levels, LEVELS)) && within(setOf(a?.modes, MODES), setOf(b?.modes, MODES))
}

/** The inner cap's buckets must each lie in one bucket of the outer: project and year cross each other. */
function bucketsNest(inner: Cap, outer: Cap): boolean {
  return inner.per === outer.per || (WIDTH[inner.per] < WIDTH[outer.per] && inside(inner.filter, outer.filter)) || inner.per === 'entry'
}

const nested = (a: Cap, b: Cap): boolean =>
  (inside(a.filter, b.filter) && bucketsNest(a, b)) || (inside(b.filter, a.filter) && bucketsNest(b, a))

const apartInTime = (a: Cap, b: Cap): boolean => (a.to !== null && a.to < b.from) || (b.to !== null && b.to < a.from)

/** Names the pairs that cross ('school-40 × online-25'). An entry cap never crosses: it has no bucket to share. */
export function capFaults(rules: readonly Rule[]): string[] {
  const caps = rules.filter((r): r is Cap => r.type === 'cap')
  const out: string[] = []
  caps.forEach((a, k) => {
    for (const b of caps.slice(k + 1)) {
      if (a.per === 'entry' || b.per === 'entry' || apartInTime(a, b)) continue
      if (!disjoint(a.filter, b.filter) && !nested(a, b)) out.push(`${a.id} × ${b.id}`)
    }
  })
  return out
}
