// What one entry brings to a window: pending, recognised, counted, and what it is expected to count once everything
// pending is accepted as claimed. Sums over parts are the only way totals are made.

import type { Day } from '../day.ts'
import type { CreditTenths, Tenths } from '../hours.ts'
import type { Policy } from '../policy/policy.ts'
import { allocate, type Allotment } from './allocate.ts'
import { compile } from './compile.ts'
import type { Kinds } from './filter.ts'
import type { Item } from './item.ts'
import { inWindow, yearStartOn, type Window } from './window.ts'

export interface Part extends Kinds {
  readonly last: Day
  readonly pending: Tenths
  readonly recognised: Tenths | null
  readonly counted: Tenths
  readonly expected: Tenths
  readonly credits: CreditTenths | null
  /** What each rule took away of what was recognised (conversions that add are negative). */
  readonly reduced: readonly { readonly rule: string; readonly by: number }[]
  /** An opening balance, with the first day it may cover. */
  readonly opening?: { readonly first: Day }
  /** A balance of which nobody can say how much lies in the window: it counts nothing here, and may be all of this. */
  readonly maybe?: { readonly hours: Tenths; readonly credits: CreditTenths | null }
}

export interface Parts {
  /** In order of (last day, id), those inside the window only. */
  readonly allotments: readonly Allotment[]
  readonly ofItem: ReadonlyMap<string, Part>
  readonly parts: readonly Part[]
}

const ZERO = 0 as Tenths
const NONE: Part['reduced'] = []

/** The parts of every recognised and pending item in the window; `items` sorted. */
export function partsOf(policy: Policy, items: readonly Item[], window: Window): Parts {
  const rules = compile(policy)
  const yearStart = yearStartOn(policy, window.last)
  const inside = items.filter((i) => i.standing !== 'none' && inWindow(window, i.last) && !reachesOver(i, window))
  const recognised = inside.filter((i) => i.standing === 'recognised')
  // The same entries with and without what is pending, both in order: the k-th recognised one is the same in both.
  const allotments = allocate(rules, recognised, yearStart)
  const all = recognised.length === inside.length ? allotments : allocate(rules, inside, yearStart)
  const ofItem = new Map<string, Part>()
  const parts: Part[] = []
  const shown: Allotment[] = []
  let k = 0
  for (const a of all) {
    const settled = a.item.standing === 'recognised' ? (allotments[k++] ?? null) : null
    const part = partOf(a, settled)
    ofItem.set(a.item.id, part)
    parts.push(part)
    shown.push(settled ?? a)
  }
  for (const i of items) if (reachesOver(i, window)) parts.push(vagueItem(i))
  return { allotments: shown, ofItem, parts }
}

function partOf(expected: Allotment, settled: Allotment | null): Part {
  const { last, level, mode, tags, claimed, base, credits } = expected.item
  const effects = settled?.effects ?? []
  return {
    last,
    level,
    mode,
    tags,
    credits,
    pending: settled === null ? claimed : ZERO,
    recognised: settled === null ? null : base,
    counted: settled?.counted ?? ZERO,
    expected: expected.counted,
    reduced: effects.length === 0 ? NONE : effects.map((e) => ({ rule: e.rule, by: e.before - e.after })),
    ...(expected.item.opening === true ? { opening: { first: expected.item.first } } : {}),
  }
}

/** Of a balance only that it is there: it reaches over an end of the window, or its days are not over. */
function vagueOf({ last, level, mode, tags, credits }: Kinds & Pick<Part, 'last' | 'credits'>, first: Day, hours: Tenths): Part {
  return {
    last,
    level,
    mode,
    tags,
    credits: null,
    pending: ZERO,
    recognised: null,
    counted: ZERO,
    expected: ZERO,
    reduced: NONE,
    opening: { first },
    maybe: { hours, credits },
  }
}

/** The part of a balance on a day on which its days are not over. */
export const vague = (part: Part): Part =>
  part.maybe !== undefined || part.opening === undefined ? part : vagueOf(part, part.opening.first, part.recognised ?? ZERO)

const vagueItem = (i: Item): Part => vagueOf(i, i.first, i.base)

/** Balances of which a part may lie in the window: they begin before it, or end after it. */
const reachesOver = (i: Item, window: Window): boolean =>
  i.opening === true &&
  i.standing === 'recognised' &&
  i.first <= window.last &&
  i.last >= window.first &&
  (i.first < window.first || i.last > window.last)

/** Of what is known, what may be told on a day: all that ended by then; of a balance still running, only that there is one. */
export function untilDay(policy: Policy, items: readonly Item[], window: Window, asOf: Day): Parts {
  const known = partsOf(
    policy,
    items.filter((i) => i.last <= asOf),
    window,
  )
  const running = items.filter(
    (i) => i.opening === true && i.last > asOf && i.first <= asOf && i.first <= window.last && i.last >= window.first,
  )
  return running.length === 0 ? known : { ...known, parts: [...known.parts, ...running.map(vagueItem)] }
}
