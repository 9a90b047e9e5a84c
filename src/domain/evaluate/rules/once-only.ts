// Once only: of the entries that the rule names, the first to get this far counts and the others do not.

import type { Item } from '../item.ts'
import type { RuleOf } from '../../policy/policy.ts'
import { inForce } from '../../policy/value-on.ts'
import { matches } from '../filter.ts'

/** Ids of the rules whose one place is taken. */
export type Taken = Set<string>

/** The rule whose place was taken before, else null; then the entry takes its places. */
export function repeats(rules: readonly RuleOf<'once-only'>[], item: Item, taken: Taken): RuleOf<'once-only'> | null {
  const concerned = rules.filter((r) => inForce(r, item.last) && matches(r.filter, item))
  const repeated = concerned.find((r) => taken.has(r.id))
  if (repeated !== undefined) return repeated
  for (const r of concerned) taken.add(r.id)
  return null
}
