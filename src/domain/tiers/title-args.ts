// Arguments saying which title: shape here, and what the district's ladders say of it. Shared by nominating, awarding and correcting.

import { z } from 'zod/mini'
import type { Policy } from '../policy/policy.ts'
import { dayArg, emptyLineArg, lineArg } from '../verbs/training-args.ts'
import { rungNamed } from './ladders.ts'
import { TITLE_LEVELS } from './rung.ts'
import type { TitleSaid } from './title.ts'

export const saidArgs = {
  rung: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/)),
  level: z.nullable(z.enum(TITLE_LEVELS)),
  as: z.enum(['held', 'candidate']),
  subject: z.nullable(lineArg(30)),
  programme: z.nullable(lineArg(60)),
}

export const daysArgs = {
  from: dayArg,
  until: z.nullable(dayArg),
  deed: emptyLineArg(120),
  evidence: emptyLineArg(200),
}

export const TITLE_CODES = ['title.unknown-rung', 'title.wrong-level', 'title.wrong-standing', 'title.needs-subject'] as const

/** Why a policy knows no such title; null where it does. */
export function problemOf(policy: Policy, said: TitleSaid): { readonly code: (typeof TITLE_CODES)[number]; readonly field: string } | null {
  const rung = rungNamed(policy, said.rung)
  if (rung === null) return { code: 'title.unknown-rung', field: 'rung' }
  const levelFits = said.level === null ? rung.levels.length === 0 : rung.levels.includes(said.level)
  if (!levelFits) return { code: 'title.wrong-level', field: 'level' }
  if (rung.as !== 'either' && rung.as !== said.as) return { code: 'title.wrong-standing', field: 'as' }
  if (rung.subject && said.subject === null) return { code: 'title.needs-subject', field: 'subject' }
  return null
}

export const sameTitle = (a: TitleSaid, b: TitleSaid): boolean =>
  a.rung === b.rung && a.level === b.level && a.as === b.as && a.subject === b.subject
