// 推荐: the school (or the district) proposes someone for a title. It gives nothing: the district awards or declines. Whom the
// documents set no conditions for may be proposed; what a rung asks is shown beside it, and judged by people.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { noteArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { problemOf, sameTitle, saidArgs, TITLE_CODES } from './title-args.ts'
import { nominationsOf, titlesOn, type TitleFact } from './title.ts'

export const nominateTitle = defineVerb({
  name: 'nominate-title',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({ ...saidArgs, note: noteArg }),
  codes: [...TITLE_CODES, 'title.already-nominated', 'title.already-held'],
  run(document, args, context, capacity) {
    const problem = problemOf(context.reference.policy, args)
    if (problem !== null) return refused(problem.code, problem.field)
    const dossier = document as Dossier
    if (nominationsOf(dossier).some((n) => n.declined === null && sameTitle(n, args))) return refused('title.already-nominated')
    if (titlesOn(dossier, context.today).some((t) => sameTitle(t, args))) return refused('title.already-held')
    const fact: TitleFact = { ...signed('nominated', context, capacity), ...args }
    return applied(append(document, 'title', context.op as string as RowId, fact))
  },
})
