// Exclusion: entries that the rule names never count (probation training beside the 360, say).

import type { Item } from '../item.ts'
import type { RuleOf } from '../../policy/policy.ts'
import { inForce } from '../../policy/value-on.ts'
import { matches } from '../filter.ts'

/** The first exclusion in force on the entry's last day that names it. */
export const excludedBy = (rules: readonly RuleOf<'exclusion'>[], item: Item): RuleOf<'exclusion'> | null =>
  rules.find((r) => inForce(r, item.last) && matches(r.filter, item)) ?? null
