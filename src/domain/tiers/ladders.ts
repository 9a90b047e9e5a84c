// Reading a policy's ladders, rungs and populations. A phone may still hold a policy from before this noun: then there is nothing of
// it, which pages say; nothing is guessed.

import type { Policy } from '../policy/policy.ts'
import type { Ladder, Population, Rung } from './rung.ts'

type Parts = Partial<Policy['parts']> | undefined

/** A phone may still hold a policy from before this noun: then there is nothing of it, which is said, not guessed. */
export const rungsOf = (policy: Policy): readonly Rung[] => (policy.parts as Parts)?.tiers ?? []
export const laddersOf = (policy: Policy): readonly Ladder[] => (policy.parts as Parts)?.ladders ?? []
export const populationsOf = (policy: Policy): readonly Population[] => (policy.parts as Parts)?.populations ?? []
export const rungNamed = (policy: Policy, id: string): Rung | null => rungsOf(policy).find((r) => r.id === id) ?? null
