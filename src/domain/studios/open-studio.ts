// 设立工作室: the district its own kinds, a school those that documents place in schools (名优教师工作坊). Kinds are the pack's.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { dayArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { STUDIO_CODES, studioArgs, studioProblem } from './studio-args.ts'
import { studioKindsOf } from './studio-kinds.ts'
import type { StudioFact } from './studio.ts'

export const openStudio = defineVerb({
  name: 'open-studio',
  version: 1,
  subject: ['school', 'district'],
  who: ['district-officer', 'school-officer', 'principal'],
  args: z.strictObject({ ...studioArgs, kind: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/)), from: dayArg }),
  codes: [...STUDIO_CODES, 'studio.unknown-kind', 'studio.other-file'],
  run(document, args, context, capacity) {
    const kind = studioKindsOf(context.reference.policy).find((k) => k.id === args.kind)
    if (kind === undefined) return refused('studio.unknown-kind', 'kind')
    if (kind.at !== 'either' && kind.at !== document.subject.kind) return refused('studio.other-file', 'kind')
    const problem = studioProblem(args)
    if (problem !== null) return refused(problem)
    const fact: StudioFact = { ...signed('opened', context, capacity), ...args }
    return applied(append(document, 'studio', context.op as string as RowId, fact))
  },
})
