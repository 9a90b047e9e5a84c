// By what standings were counted, as one short text that phone and server come to by themselves: a standing made elsewhere is as good as
// one made here exactly where this is equal. It covers the rules and the code that counts, never the dossier.

import { madeWith } from '../domain/evaluate/made-alike.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { shortHash } from './canonical.ts'

const known = new WeakMap<Policy, string>()

export function countedBy(policy: Policy): string {
  const before = known.get(policy)
  if (before !== undefined) return before
  const made = shortHash(madeWith(policy))
  known.set(policy, made)
  return made
}
