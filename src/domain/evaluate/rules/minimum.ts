// Minimum: what counts in a window, or of one kind of it, must reach a value.
// met, or unmet with every reason, or undetermined with what is missing; never 0 for what nobody has confirmed.

import type { Day } from '../../day.ts'
import type { Minimum } from '../compile.ts'
import type { Towards } from '../tally.ts'
import { binding, type Service } from './bound-to.ts'
import { offsetFor } from './offset.ts'

/** What would have to be known: confirmed history, the years of a lump of it, credits on a certificate, the day of a pause, how part of a cycle or a pause counts … */
export type Missing =
  | 'history'
  | 'history-years'
  | 'credits'
  | 'pause-undated'
  | 'part-cycle'
  | 'pause-extends'
  | 'role'
  | 'worked-since'
  | 'no-cycle'
  | 'no-rule'

export type Reason =
  | { readonly code: 'short'; readonly short: number }
  /** Recognised, but not counted, because of this rule. */
  | { readonly code: 'reduced'; readonly rule: string; readonly by: number }
  /** Would be added if everything pending were accepted as claimed. */
  | { readonly code: 'pending'; readonly would: number }

/** Amounts in tenths of `unit`. `short` is 0 where met. */
export interface Verdict {
  readonly rule: string
  readonly unit: 'hours' | 'credits'
  readonly is: 'met' | 'unmet' | 'undetermined'
  readonly required: number
  readonly has: number
  readonly short: number
  readonly shortAfterPending: number
  /** Of `has`, what a one-way offset brought. */
  readonly offset: number
  readonly reasons: readonly Reason[]
  readonly missing: readonly Missing[]
}

export interface Circumstances {
  readonly asOf: Day
  readonly service: Service
  /** History that this window needs is not confirmed. */
  readonly historyMissing: boolean
  /** Whether the opening balances there are have been confirmed: without it none of them makes a rule met for sure. */
  readonly historyConfirmed: boolean
  /** What would be required if part of a cycle counted by time; null where nothing is open. */
  readonly byTime: ((required: number) => number) | null
}

/** The verdict, or null where the rule does not bind this person. `scale` is what is confirmed of part cycles. */
export function judge(minimum: Minimum, towards: Towards, c: Circumstances, scale: (required: number) => number): Verdict | null {
  const bound = binding(minimum.rule.boundTo, c.service, c.asOf)
  if (bound.is === 'free') return null
  const required = scale(minimum.required)
  const offset = offsetFor(minimum, towards, 'has')
  const has = towards.has + offset
  const expected = towards.expected + offsetFor(minimum, towards, 'expected')
  const short = Math.max(0, required - has)
  const shortAfterPending = Math.max(0, required - expected)
  const { id: rule, unit } = minimum.rule
  const unsure = c.historyConfirmed ? 0 : towards.opening + offsetFor(minimum, towards, 'opening')
  if (has - unsure >= required) return { rule, unit, is: 'met', required, has, short, shortAfterPending, offset, reasons: [], missing: [] }
  const missing: Missing[] = []
  if (bound.is === 'unknown') missing.push(bound.missing)
  if (towards.lacksCredits && minimum.rule.unit === 'credits') missing.push('credits')
  if (c.historyMissing || unsure > 0 || (!c.historyConfirmed && towards.maybe > 0)) missing.push('history')
  if (towards.maybe > 0 && has + towards.maybe >= required) missing.push('history-years')
  if (c.byTime !== null && has >= c.byTime(minimum.required)) missing.push('part-cycle')
  const is = missing.length > 0 || short === 0 ? 'undetermined' : 'unmet'
  return { rule, unit, is, required, has, short, shortAfterPending, offset, reasons: reasons(towards, short, expected - has), missing }
}

function reasons(towards: Towards, short: number, would: number): Reason[] {
  const out: Reason[] = short > 0 ? [{ code: 'short', short }] : []
  for (const { rule, by } of towards.reduced) if (by > 0) out.push({ code: 'reduced', rule, by })
  if (would > 0) out.push({ code: 'pending', would })
  return out
}
