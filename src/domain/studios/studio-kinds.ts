// Reading a policy's kinds of studio; none where a phone holds a policy from before this noun.

import type { Policy } from '../policy/policy.ts'
import type { StudioKind } from './studio-kind.ts'

export const studioKindsOf = (policy: Policy): readonly StudioKind[] =>
  (policy.parts as Partial<Policy['parts']> | undefined)?.studioKinds ?? []
