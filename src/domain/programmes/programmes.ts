// Reading a policy's programmes: by id, or by any name a document gives them.

import type { Policy } from '../policy/policy.ts'
import type { Programme } from './programme.ts'

export const programmesOf = (policy: Policy): readonly Programme[] =>
  (policy.parts as Partial<Policy['parts']> | undefined)?.programmes ?? []
export const programmeNamed = (policy: Policy, id: string): Programme | null => programmesOf(policy).find((p) => p.id === id) ?? null
/** '群雁' and '群鹰' are one. */
export const programmeCalled = (policy: Policy, name: string): Programme | null =>
  programmesOf(policy).find((p) => p.name === name || p.aliases.includes(name)) ?? null
