// One teacher, one window, one day: a verdict per rule, three numbers by level, mode and tag, the headline state,
// even pace, forecast, and a trace of every entry. Pure: the same policy, dossier and days give the same answer,
// in whatever order the facts arrived. Never mixes windows; never takes unconfirmed history for zero.

import type { Day } from '../day.ts'
import { knownAt } from '../document.ts'
import { historyOf } from '../history/history.ts'
import type { Dossier } from '../dossier.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn } from '../policy/value-on.ts'
import { bearerOf } from './bearer.ts'
import { compile } from './compile.ts'
import { entriesInOrder, itemsOf, type Item } from './item.ts'
import { untilDay } from './part.ts'
import { cyclesIfExtended, personalCycles, shownOn } from './personal-cycle.ts'
import { needsHistory, read, type Bearer, type Extension, type History, type Reading } from './reading.ts'
import { judge, type Verdict } from './rules/minimum.ts'
import { tallyOf } from './tally.ts'
import { openingTraceOf, traceOf, type OpeningTrace, type TraceEntry } from './trace.ts'
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
  /** Every opening balance that stands, the earliest year first. */
  readonly openings: readonly OpeningTrace[]
  readonly historyConfirmed: boolean
}

/**
 * History as the pack asks for it and as the dossier has it confirmed. Who began to work once the system was there, and brought
 * nothing along, has none to confirm.
 */
export function historyAsked(policy: Policy, asOf: Day, known: HistoryKnown): History {
  const before = valueOn(policy.settings.historyBefore, asOf) as Day | null
  const none = known.openings === 0 && (before === null || (known.workedSince !== null && known.workedSince >= before))
  return { confirmed: known.confirmed || none, before }
}

export interface HistoryKnown {
  readonly confirmed: boolean
  /** How many balances stand. */
  readonly openings: number
  readonly workedSince: Day | null
}

export function evaluateCycle(policy: Policy, dossier: Dossier, asOf: Day, options: EvaluateOptions = {}): Evaluation {
  const known = options.knownAt === undefined ? dossier : knownAt(dossier, options.knownAt)
  const bearer = bearerOf(known, options.roles ?? null)
  const window = options.window ?? shownOn(personalCycles(policy, bearer.pauses), asOf) ?? rollingFive(asOf)
  const items = itemsOf(known)
  const parts = untilDay(policy, items, window, asOf)
  const { confirmed, openings } = historyOf(known)
  const history = options.history ?? historyAsked(policy, asOf, { confirmed, openings: openings.length, workedSince: bearer.workedSince })
  const reading = read({
    policy,
    bearer,
    window,
    asOf,
    history,
    tally: tallyOf(policy, parts.parts),
    extension: options.window === undefined ? extensionOf(policy, bearer, window, items, asOf) : null,
  })
  const other = otherWindows(policy, bearer, items, asOf, history)
  const trace = traceOf(policy.rules, entriesInOrder(known), parts, window, asOf)
  const openingTrace = openingTraceOf(policy.rules, openings, parts, window, asOf)
  return { ...reading, verdicts: [...reading.verdicts, ...other], trace, openings: openingTrace, historyConfirmed: history.confirmed }
}

function extensionOf(policy: Policy, bearer: Bearer, window: Window, items: readonly Item[], asOf: Day): Extension | null {
  const moved = cyclesIfExtended(policy, bearer.pauses)?.find((c) => c.id === window.id)
  return moved === undefined ? null : { window: moved, tally: tallyOf(policy, untilDay(policy, items, moved, asOf).parts) }
}

/** Minimums that look at the year of the day asked, or at the five years back from it. */
function otherWindows(policy: Policy, bearer: Bearer, items: readonly Item[], asOf: Day, history: History): Verdict[] {
  const out: Verdict[] = []
  compile(policy).minimums.forEach((minimum, k) => {
    const kind = minimum.rule.window ?? 'cycle'
    if (kind === 'cycle' || minimum.rule.from > asOf || (minimum.rule.to !== null && minimum.rule.to < asOf)) return
    const window = kind === 'year' ? yearWindow(yearStartOn(policy, asOf), asOf) : rollingFive(asOf)
    const towards = tallyOf(policy, untilDay(policy, items, window, asOf).parts).towards[k]
    if (towards === undefined) return
    const historyMissing = needsHistory(history, window)
    const verdict = judge(
      minimum,
      towards,
      { asOf, service: bearer, historyMissing, historyConfirmed: history.confirmed, byTime: null },
      (r) => r,
    )
    if (verdict !== null) out.push(verdict)
  })
  return out
}
