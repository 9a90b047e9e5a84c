// One teacher, one window, one day: a verdict per rule, three numbers by level, mode and tag, the headline state,
// even pace, forecast, and a trace of every entry. Pure: the same policy, dossier and days give the same answer,
// in whatever order the facts arrived. Never mixes windows; never takes unconfirmed history for zero.

import type { Day } from '../day.ts'
import { knownAt } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn } from '../policy/value-on.ts'
import { bearerOf } from './bearer.ts'
import { compile } from './compile.ts'
import { entriesInOrder, itemsOf, type Item } from './item.ts'
import { partsOf } from './part.ts'
import { cyclesIfExtended, personalCycles, shownOn } from './personal-cycle.ts'
import { read, type Bearer, type Extension, type History, type Reading } from './reading.ts'
import { judge, type Verdict } from './rules/minimum.ts'
import { tallyOf } from './tally.ts'
import { traceOf, type TraceEntry } from './trace.ts'
import { rollingFive, yearStartOn, yearWindow, type Window } from './window.ts'

export interface EvaluateOptions {
  /** Only facts recorded by this day; everything known where left out. */
  readonly knownAt?: Day
  /** Another window than the cycle that `asOf` lies in (近5年 before a supervision day, a registration period). */
  readonly window?: Window
  /** Whether history before the system is confirmed; the pack's day and "not confirmed" where left out. */
  readonly history?: History
  /** Roles held (班主任, 校长 …), for rules bound to them; unknown where left out. */
  readonly roles?: readonly string[]
}

export interface Evaluation extends Reading {
  /** Every entry of the dossier, in order of (last day, id). */
  readonly trace: readonly TraceEntry[]
}

/** History as the pack asks for it: needed before a day, not confirmed. */
export function historyAsked(policy: Policy, asOf: Day): History | null {
  const before = valueOn(policy.settings.historyBefore, asOf)
  return before === null ? null : { confirmed: false, before: before as Day }
}

export function evaluateCycle(policy: Policy, dossier: Dossier, asOf: Day, options: EvaluateOptions = {}): Evaluation {
  const known = options.knownAt === undefined ? dossier : knownAt(dossier, options.knownAt)
  const bearer = bearerOf(known, options.roles ?? null)
  const window = options.window ?? shownOn(personalCycles(policy, bearer.pauses), asOf) ?? rollingFive(asOf)
  const items = itemsOf(known)
  const until = items.filter((i) => i.last <= asOf)
  const parts = partsOf(policy, until, window)
  const history = options.history ?? historyAsked(policy, asOf)
  const reading = read({
    policy, bearer, window, asOf, history,
    tally: tallyOf(policy, parts.parts),
    extension: options.window === undefined ? extensionOf(policy, bearer, window, until) : null,
  })
  const other = otherWindows(policy, bearer, until, asOf, history)
  const trace = traceOf(policy.rules, entriesInOrder(known), parts, window, asOf)
  return { ...reading, verdicts: [...reading.verdicts, ...other], trace }
}

function extensionOf(policy: Policy, bearer: Bearer, window: Window, items: readonly Item[]): Extension | null {
  const moved = cyclesIfExtended(policy, bearer.pauses)?.find((c) => c.id === window.id)
  return moved === undefined ? null : { window: moved, tally: tallyOf(policy, partsOf(policy, items, moved).parts) }
}

/** Minimums that look at the year of the day asked, or at the five years back from it. */
function otherWindows(policy: Policy, bearer: Bearer, items: readonly Item[], asOf: Day, history: History | null): Verdict[] {
  const out: Verdict[] = []
  compile(policy).minimums.forEach((minimum, k) => {
    const kind = minimum.rule.window ?? 'cycle'
    if (kind === 'cycle' || minimum.rule.from > asOf || (minimum.rule.to !== null && minimum.rule.to < asOf)) return
    const window = kind === 'year' ? yearWindow(yearStartOn(policy, asOf), asOf) : rollingFive(asOf)
    const towards = tallyOf(policy, partsOf(policy, items, window).parts).towards[k]
    if (towards === undefined) return
    const historyMissing = history !== null && !history.confirmed && window.first < history.before
    const verdict = judge(minimum, towards, { asOf, service: bearer, historyMissing, byTime: null }, (r) => r)
    if (verdict !== null) out.push(verdict)
  })
  return out
}
