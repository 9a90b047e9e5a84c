// Rounding on export: the national register takes whole hours; tenths are kept here and what the export loses is listed.

import type { Tenths } from '../../hours.ts'
import type { RuleOf } from '../../policy/policy.ts'

export interface Exported {
  /** Whole hours. */
  readonly hours: number
  /** Tenths that the register does not get (negative where rounding up gave some). */
  readonly lost: Tenths
}

export function exported(rule: RuleOf<'export-rounding'>, hours: Tenths): Exported {
  const whole = rule.direction === 'down' ? Math.floor(hours / 10) : Math.floor((hours + 5) / 10)
  return { hours: whole, lost: (hours - whole * 10) as Tenths }
}
