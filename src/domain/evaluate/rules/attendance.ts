// Attendance: below the share that the rule asks for, nothing counts. Where attendance is not known, the rule is silent.

import type { Item } from '../item.ts'
import type { RuleOf } from '../../policy/policy.ts'
import { inForce } from '../../policy/value-on.ts'
import { matches } from '../filter.ts'

/** '0.8' → 800, in the thousandths that entries keep. */
export function thousandths(share: string): number {
  const [whole = '0', places = ''] = share.split('.')
  return Number(whole) * 1000 + Number(`${places}000`.slice(0, 3))
}

export function missedBy(rules: readonly RuleOf<'attendance'>[], item: Item): RuleOf<'attendance'> | null {
  const attended = item.attendance
  if (attended === null) return null
  return rules.find((r) => inForce(r, item.last) && matches(r.filter, item) && attended < thousandths(r.minimum)) ?? null
}
