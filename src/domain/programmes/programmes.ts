// Reading a policy's programmes.

import type { Policy } from '../policy/policy.ts'
import type { Programme } from './programme.ts'

export const programmesOf = (policy: Policy): readonly Programme[] =>
  (policy.parts as Partial<Policy['parts']> | undefined)?.programmes ?? []
export const programmeNamed = (policy: Policy, id: string): Programme | null => programmesOf(policy).find((p) => p.id === id) ?? null
