// Conversion by category and result: the first rule that fits multiplies by an exact fraction, rounded half up to a tenth per entry.

import { scaleHalfUp, type Tenths } from '../../hours.ts'
import type { Item } from '../item.ts'
import type { RuleOf } from '../../policy/policy.ts'
import { inForce } from '../../policy/value-on.ts'
import { matches } from '../filter.ts'

export function conversionFor(rules: readonly RuleOf<'conversion'>[], item: Item): RuleOf<'conversion'> | null {
  return rules.find((r) => inForce(r, item.last) && matches(r.filter, item) && fitsResult(r, item.result)) ?? null
}

const fitsResult = (rule: RuleOf<'conversion'>, result: string | null): boolean =>
  rule.results === undefined || (result !== null && rule.results.includes(result))

export const converted = (hours: Tenths, rule: RuleOf<'conversion'>): Tenths =>
  scaleHalfUp(hours, rule.factor.num, rule.factor.den) as Tenths
