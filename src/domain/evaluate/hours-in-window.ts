// A view: the hours of any stretch of days (学年, 自然年, 证明's window). What counts is decided by the cycle an entry lies
// in, with that cycle's caps, and only then shown here; an entry in no cycle counts nothing and is listed all the same.

import type { Day } from '../day.ts'
import { knownAt } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import { openingsOf } from '../history/history.ts'
import { NO_HOURS } from '../hours.ts'
import { pausesOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { entriesOf, itemsOf, type Item } from './item.ts'
import { partsOf, untilDay, type Part } from './part.ts'
import { personalCycles } from './personal-cycle.ts'
import { tallyOf, type Amounts, type Slice } from './tally.ts'
import { openingEntry, traceOf, type TraceEntry } from './trace.ts'
import { inWindow, type Window } from './window.ts'

export interface HoursInWindow {
  readonly window: Window
  readonly totals: Readonly<Amounts>
  readonly byLevel: readonly Readonly<Slice>[]
  readonly byMode: readonly Readonly<Slice>[]
  readonly byTag: readonly Readonly<Slice>[]
  /** Entries inside the window, ended ones included, in order of (last day, id). */
  readonly entries: readonly TraceEntry[]
}

export function hoursInWindow(policy: Policy, dossier: Dossier, window: Window, asOf: Day, known?: Day): HoursInWindow {
  const document = known === undefined ? dossier : knownAt(dossier, known)
  const items = itemsOf(document)
  const until = items.filter((i) => i.last <= asOf)
  const byId = new Map(entriesOf(document).map((e) => [e.id as string, e]))
  const seen = new Map<string, Part>()
  const traces = new Map<string, TraceEntry>()
  for (const cycle of personalCycles(policy, pausesOf(document))) {
    const parts = partsOf(policy, until, cycle)
    const inside = items.filter((i) => i.opening !== true && inWindow(cycle, i.last) && inWindow(window, i.last))
    const listed = inside.flatMap((i) => byId.get(i.id) ?? [])
    for (const t of traceOf(policy.rules, listed, parts, window, asOf)) traces.set(t.id, t)
    for (const i of inside) {
      const part = parts.ofItem.get(i.id)
      if (part !== undefined) seen.set(i.id, part)
    }
  }
  addOpenings(policy, document, items, { window, asOf, seen, traces })
  const stray = items.filter((i) => i.opening !== true && inWindow(window, i.last) && !traces.has(i.id))
  const none = { allotments: [], ofItem: new Map<string, Part>(), parts: [] }
  for (const t of traceOf(
    policy.rules,
    stray.flatMap((i) => byId.get(i.id) ?? []),
    none,
    window,
    asOf,
  ))
    traces.set(t.id, t)
  for (const i of stray) if (i.standing !== 'none' && i.last <= asOf) seen.set(i.id, uncounted(i))
  const { totals, byLevel, byMode, byTag } = tallyOf(
    policy,
    items.flatMap((i) => seen.get(i.id) ?? []),
  )
  return { window, totals, byLevel, byMode, byTag, entries: items.flatMap((i) => traces.get(i.id) ?? []) }
}

/** An entry that lies in no cycle: shown with what was recognised, counting nothing. */
function uncounted(i: Item): Part {
  const pending = i.standing === 'pending'
  return {
    last: i.last,
    level: i.level,
    mode: i.mode,
    tags: i.tags,
    credits: i.credits,
    reduced: [],
    pending: pending ? i.base : NO_HOURS,
    recognised: pending ? null : i.base,
    counted: NO_HOURS,
    expected: NO_HOURS,
  }
}

interface Adding {
  readonly window: Window
  readonly asOf: Day
  readonly seen: Map<string, Part>
  readonly traces: Map<string, TraceEntry>
}

/** Opening balances that lie wholly in the window, as lines of their own; one that reaches over its ends stands in no sum of it. */
function addOpenings(policy: Policy, document: Dossier, items: readonly Item[], { window, asOf, seen, traces }: Adding): void {
  const openings = openingsOf(document).filter((o) => o.first >= window.first && o.last <= window.last && o.last <= asOf)
  if (openings.length === 0) return
  for (const cycle of personalCycles(policy, pausesOf(document))) {
    const parts = untilDay(policy, items, cycle, asOf)
    for (const o of openings) {
      const part = parts.ofItem.get(o.id)
      if (part === undefined) continue
      seen.set(o.id, part)
      traces.set(o.id, openingEntry(policy.rules, o, parts))
    }
  }
  for (const o of openings) {
    const item = items.find((i) => i.id === o.id)
    if (seen.has(o.id) || item === undefined) continue
    seen.set(o.id, uncounted(item))
    traces.set(o.id, openingEntry(policy.rules, o, { allotments: [], ofItem: seen, parts: [] }))
  }
}
