// 怎么算的 of one entry: claimed, recognised, what each rule did with its source, and what it counts in its own cycle; then which
// other requirements it also serves. The steps lead from recognised to counted to the tenth.

import type { Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { isReturned, type Entry } from '../../domain/entry.ts'
import { evaluateCycle } from '../../domain/evaluate/evaluate-cycle.ts'
import { matches } from '../../domain/evaluate/filter.ts'
import { personalCycles } from '../../domain/evaluate/personal-cycle.ts'
import { thousandths } from '../../domain/evaluate/rules/attendance.ts'
import type { Step, TraceEntry } from '../../domain/evaluate/trace.ts'
import { inWindow, type Window } from '../../domain/evaluate/window.ts'
import { formatTenths, type Tenths } from '../../domain/hours.ts'
import { pausesOf } from '../../domain/person.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { inForce } from '../../domain/policy/value-on.ts'
import { effectWords, unitWords, sourceWords } from '../text/rules.ts'
import { teacher } from '../text/teacher.ts'

export interface CalcRow {
  readonly key: string
  readonly what: string
  readonly source?: string | undefined
  readonly value: string
  readonly total?: boolean
}

export interface EntryCalc {
  readonly rows: readonly CalcRow[]
  /** What it counts now; null while nothing is decided or it counts in no cycle. */
  readonly counted: Tenths | null
}

const words = teacher.entry
const minus = (n: number): string => (n < 0 ? `−${formatTenths(-n as Tenths)}` : `+${formatTenths(n as Tenths)}`)

export function entryCalc(policy: Policy, dossier: Dossier, entry: Entry, today: Day): EntryCalc {
  const cycle = personalCycles(policy, pausesOf(dossier)).find((window) => inWindow(window, entry.training.last)) ?? null
  const from = entry.origin === 'granted' ? words.granted : entry.origin === 'recorded' ? words.recorded : words.claimed
  const rows: CalcRow[] = [{ key: 'claimed', what: from, value: formatTenths(entry.claimed) }]
  if (entry.recognised !== null) rows.push({ key: 'recognised', what: words.recognised, value: formatTenths(entry.recognised) })
  if (entry.training.attendance !== null)
    rows.push({ key: 'attendance', what: words.attendance, value: words.percent(entry.training.attendance) })
  if (cycle === null) return { rows: [...rows, { key: 'outside', what: words.outside, value: '0', total: true }], counted: null }
  const traced = evaluateCycle(policy, dossier, today, { window: cycle }).trace.find((one) => one.id === entry.id)
  if (traced === undefined || traced.place === 'ended')
    return { rows: [...rows, { key: 'ended', what: words.ended, source: endedBecause(entry), value: '0', total: true }], counted: null }
  for (const step of traced.steps) {
    rows.push({
      key: `step:${step.rule}`,
      what: stepWords(policy, step),
      source: step.source === null ? undefined : sourceWords(step.source),
      value: minus(step.after - step.before),
    })
  }
  rows.push(resultRow(traced, cycle))
  if (traced.place === 'inside') rows.push(...alsoFor(policy, entry, traced))
  return { rows, counted: traced.place === 'inside' ? traced.counted : null }
}

/** Hours that went to nothing for want of attendance say so, and how much was asked. */
function stepWords(policy: Policy, step: Step): string {
  const rule = policy.rules.find((r) => r.id === step.rule)
  return rule?.type === 'attendance' && step.type === 'attendance'
    ? words.missed(effectWords.attendance, words.percent(thousandths(rule.minimum)))
    : step.title
}

const endedBecause = (entry: Entry): string | undefined =>
  isReturned(entry.state) ? words.endedReturned : entry.state === 'withdrawn' ? words.endedWithdrawn : undefined

function resultRow(traced: TraceEntry, cycle: Window): CalcRow {
  const name = cycle.id ?? ''
  if (traced.place === 'later')
    return {
      key: 'result',
      what: words.willCount(name),
      source: words.later,
      value: formatTenths(traced.recognised ?? traced.claimed),
      total: true,
    }
  return traced.place === 'inside'
    ? { key: 'result', what: words.counted(name), value: formatTenths(traced.counted), total: true }
    : { key: 'result', what: words.willCount(name), value: formatTenths(traced.expected), total: true }
}

/** The other minimums it matches, with what it brings to each in its own unit. */
function alsoFor(policy: Policy, entry: Entry, traced: TraceEntry): CalcRow[] {
  const rows: CalcRow[] = []
  for (const rule of policy.rules) {
    if (rule.type !== 'minimum' || rule.headline === true || !inForce(rule, entry.training.last) || !matches(rule.filter, entry.training))
      continue
    const value =
      rule.unit === 'hours' ? formatTenths(traced.counted) : traced.credits === null ? words.noCredits : formatTenths(traced.credits)
    const unit = rule.unit === 'hours' || traced.credits === null ? '' : ` ${unitWords[rule.unit]}`
    rows.push({ key: `also:${rule.id}`, what: words.alsoFor(rule.title), source: sourceWords(rule.source), value: `${value}${unit}` })
  }
  return rows
}
