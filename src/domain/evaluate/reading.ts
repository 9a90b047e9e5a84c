// A tally read on a day: a verdict per rule, the headline state, even pace and forecast. Evaluation and cached standings
// both come through here, so they cannot differ. The headline looks at the 360-hour rule only, in four exclusive states:
// met 已达标 · on-the-way 进行中 · concern 需关注 · unverified 待核实.

import type { Day } from '../day.ts'
import { daysThrough, later } from '../day.ts'
import { NO_HOURS, parseHours, scaleHalfUp, type Tenths } from '../hours.ts'
import type { Policy } from '../policy/policy.ts'
import { inForce, valueOn } from '../policy/value-on.ts'
import { compile } from './compile.ts'
import { daysLeft, evenPace, forecast, isPast, needsMoreThan, type Forecast } from './pace.ts'
import { hasUndated, type PauseDays } from './paused.ts'
import { thousandths } from './rules/attendance.ts'
import { judge, type Missing, type Verdict } from './rules/minimum.ts'
import type { Amounts, Slice, Tally } from './tally.ts'
import type { Window } from './window.ts'

export type State = 'met' | 'on-the-way' | 'concern' | 'unverified'

/** `before` null: this policy asks for none; balances that are there have to be confirmed all the same. */
export interface History {
  readonly confirmed: boolean
  readonly before: Day | null
}

/** What of the person decides beside their entries. `roles` null: nobody has said. */
export interface Bearer {
  readonly workedSince: Day | null
  readonly pauses: readonly PauseDays[]
  readonly roles: readonly string[] | null
}

/** How it would stand if an open question were answered the other way. */
export interface Outcome {
  readonly last: Day
  readonly required: Tenths
  readonly short: Tenths
  readonly evenPace: Tenths
  readonly state: State
  readonly forecast: Forecast
}

export interface Reading {
  readonly window: Window
  readonly asOf: Day
  readonly state: State
  /** Why 待核实; empty otherwise. */
  readonly missing: readonly Missing[]
  readonly required: Tenths | null
  readonly counted: Tenths
  /** Of `counted`, what balances of before brought that nobody has confirmed. */
  readonly unconfirmed: Tenths
  readonly short: Tenths
  readonly shortAfterPending: Tenths
  readonly evenPace: Tenths
  readonly forecast: Forecast
  readonly totals: Readonly<Amounts>
  readonly byLevel: readonly Readonly<Slice>[]
  readonly byMode: readonly Readonly<Slice>[]
  readonly byTag: readonly Readonly<Slice>[]
  readonly verdicts: readonly Verdict[]
  readonly ifByTime: Outcome | null
  readonly ifExtended: Outcome | null
}

/** The tally of the window as pauses would extend it, where that is undecided. */
export interface Extension {
  readonly window: Window
  readonly tally: Tally
}

export interface Given {
  readonly policy: Policy
  readonly bearer: Bearer
  readonly window: Window
  readonly tally: Tally
  readonly asOf: Day
  readonly history: History
  readonly extension: Extension | null
}

/** Part of the window that the person had already begun to work, as a scale of what is required. */
function partOfWindow(window: Window, workedSince: Day | null): ((required: number) => number) | null {
  if (workedSince === null || workedSince <= window.first) return null
  const whole = daysThrough(window.first, window.last)
  const part = daysThrough(later(workedSince, window.first), window.last)
  return (required) => scaleHalfUp(required, part, whole)
}

/** Whether a window reaches back to where only confirmed history says what happened. */
export const needsHistory = (history: History, window: Window): boolean =>
  !history.confirmed && history.before !== null && window.first < history.before

const whole = (required: number): number => required

export function read(given: Given): Reading {
  const { policy, bearer, window, tally, asOf, history } = given
  const byTime = partOfWindow(window, bearer.workedSince)
  const decided = valueOn(policy.settings.partCycle, asOf < window.last ? asOf : window.last)
  const open = decided === null ? byTime : null
  const scale = decided === 'by-time' && byTime !== null ? byTime : whole
  const from = decided === 'by-time' && byTime !== null ? bearer.workedSince : null
  const historyMissing = needsHistory(history, window)
  const verdicts = judged(given, historyMissing, open, scale)
  const headline = headlineOf(policy, window, asOf)
  const main = verdicts.find((v) => v.rule === headline?.rule.id) ?? null
  const base = main === null ? null : outcome(given, window, main.required, main.has, main.shortAfterPending, from)
  const ifByTime = main === null || open === null ? null : readByTime(given, main, open(main.required))
  const ifExtended = main === null ? null : extended(given, main.required, from, headline?.rule.id ?? '')
  const missing = missingOf(given, main, base, ifByTime, ifExtended)
  const short = (main?.short ?? 0) as Tenths
  const shortAfterPending = (main?.shortAfterPending ?? 0) as Tenths
  return {
    window,
    asOf,
    missing,
    short,
    shortAfterPending,
    verdicts,
    ifByTime,
    ifExtended,
    state: main?.is === 'met' ? 'met' : missing.length > 0 || base === null ? 'unverified' : base.state,
    required: main === null ? null : (main.required as Tenths),
    counted: tally.totals.counted,
    unconfirmed: history.confirmed ? NO_HOURS : broughtAlong(tally, headline?.rule.id),
    evenPace: base?.evenPace ?? (0 as Tenths),
    forecast: base?.forecast ?? forecast(short, shortAfterPending, daysLeft(window, asOf, bearer.pauses)),
    totals: tally.totals,
    byLevel: tally.byLevel,
    byMode: tally.byMode,
    byTag: tally.byTag,
  }
}

/** The headline asks for hours of every kind, so what balances bring towards it is what they bring at all. */
const broughtAlong = (tally: Tally, headline: string | undefined): Tenths =>
  (tally.towards.find((t) => t.rule === headline)?.opening ?? 0) as Tenths

/** Minimums of the cycle in force on the day asked (or on the window's last day, once it is over). */
function judged(given: Given, historyMissing: boolean, byTime: ((r: number) => number) | null, scale: (r: number) => number): Verdict[] {
  const { policy, window, tally, asOf, bearer } = given
  const on = asOf < window.last ? asOf : window.last
  const out: Verdict[] = []
  compile(policy).minimums.forEach((minimum, k) => {
    const towards = tally.towards[k]
    const inCycle = (minimum.rule.window ?? 'cycle') === 'cycle'
    if (towards === undefined || !inCycle || !inForce(minimum.rule, on)) return
    const verdict = judge(
      minimum,
      towards,
      { asOf, service: bearer, historyMissing, historyConfirmed: given.history.confirmed, byTime },
      scale,
    )
    if (verdict !== null) out.push(verdict)
  })
  return out
}

function headlineOf(policy: Policy, window: Window, asOf: Day) {
  const on = asOf < window.last ? asOf : window.last
  return compile(policy).minimums.find((m) => m.rule.headline === true && m.rule.unit === 'hours' && inForce(m.rule, on)) ?? null
}

function outcome(given: Given, window: Window, required: number, has: number, shortAfterPending: number, from: Day | null): Outcome {
  const { policy, asOf, bearer } = given
  const active: Window = from === null || from <= window.first ? window : { ...window, first: from }
  const short = Math.max(0, required - has) as Tenths
  const left = daysLeft(active, asOf, bearer.pauses)
  const expected = Math.max(0, Math.min(short, shortAfterPending)) as Tenths
  return {
    last: window.last,
    required: required as Tenths,
    short,
    evenPace: evenPace(required as Tenths, active, asOf, bearer.pauses),
    state: short === 0 ? 'met' : isConcern(policy, active, asOf, bearer, short, left) ? 'concern' : 'on-the-way',
    forecast: forecast(short, expected, left),
  }
}

function isConcern(policy: Policy, window: Window, asOf: Day, bearer: Bearer, short: Tenths, left: number): boolean {
  if (asOf >= window.last) return true
  const share = policy.settings.concernAfterShare
  const after = valueOn(share, asOf)
  const rate = valueOn(policy.settings.concernRate, asOf)
  if (after === null || rate === null || !isPast(thousandths(after), window, asOf, bearer.pauses)) return false
  return needsMoreThan(parseHours(rate) ?? (0 as Tenths), short, left)
}

function readByTime(given: Given, main: Verdict, required: number): Outcome {
  const expected = main.required - main.shortAfterPending
  return outcome(given, given.window, required, main.has, Math.max(0, required - expected), given.bearer.workedSince)
}

function extended(given: Given, required: number, from: Day | null, rule: string): Outcome | null {
  const { extension } = given
  const towards = extension?.tally.towards.find((t) => t.rule === rule)
  if (extension === null || towards === undefined) return null
  return outcome(given, extension.window, required, towards.has, Math.max(0, required - towards.expected), from)
}

/** What keeps the headline from being said: facts missing, or an open question whose answers would say different things. */
function missingOf(
  given: Given,
  main: Verdict | null,
  base: Outcome | null,
  ifByTime: Outcome | null,
  ifExtended: Outcome | null,
): Missing[] {
  if (main === null || base === null) return ['no-rule']
  if (main.is === 'met') return []
  const missing = new Set<Missing>(main.missing)
  if (hasUndated(given.bearer.pauses)) missing.add('pause-undated')
  if (ifByTime !== null && ifByTime.state !== base.state) missing.add('part-cycle')
  if (ifExtended !== null && ifExtended.state !== base.state) missing.add('pause-extends')
  return [...missing]
}
