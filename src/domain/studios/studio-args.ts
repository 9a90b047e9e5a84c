// Arguments saying what a studio is, and what can be wrong with it. Shared by opening and changing.

import { z } from 'zod/mini'
import { personArg } from '../verbs/school-args.ts'
import { dayArg, lineArg } from '../verbs/training-args.ts'
import type { StudioSaid } from './studio.ts'

const someone = z.strictObject({ person: personArg, name: lineArg(40) })

export const studioArgs = {
  name: lineArg(60),
  level: z.nullable(z.enum(['city', 'district', 'school'])),
  host: someone,
  members: z.array(someone).check(z.maxLength(100)),
  until: z.nullable(dayArg),
}

export const STUDIO_CODES = ['studio.end-before-start', 'studio.host-is-member', 'studio.member-twice'] as const

export function studioProblem(s: Pick<StudioSaid, 'host' | 'members' | 'from' | 'until'>): (typeof STUDIO_CODES)[number] | null {
  if (s.until !== null && s.until < s.from) return 'studio.end-before-start'
  if (s.members.some((m) => m.person === s.host.person)) return 'studio.host-is-member'
  return new Set(s.members.map((m) => m.person)).size < s.members.length ? 'studio.member-twice' : null
}
