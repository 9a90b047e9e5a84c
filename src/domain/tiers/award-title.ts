// 授予: someone holds a title, or becomes its 培养对象, from a day on; on a nomination (`row`) or without one, from a list. The district
// awards; a school only titles of its own level. The last day is written only where the deed names one. Nobody awards to themselves.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { daysArgs, problemOf, sameTitle, saidArgs, TITLE_CODES } from './title-args.ts'
import { titleRowAt } from './title-row-at.ts'
import { inForceOn, nominationOf, titlesOf, type TitleFact } from './title.ts'

export const awardTitle = defineVerb({
  name: 'award-title',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer'],
  args: z.strictObject({ row: z.nullable(rowArg), ...saidArgs, ...daysArgs }),
  codes: [...TITLE_CODES, 'title.end-before-start', 'title.already-held', 'title.other-desk', 'title.own-award', 'title.not-waiting'],
  run(document, args, context, capacity) {
    const { row, ...given } = args
    const problem = problemOf(context.reference.policy, given)
    if (problem !== null) return refused(problem.code, problem.field)
    if (document.subject.id === context.actor.id) return refused('title.own-award')
    if (capacity === 'officer' && given.level !== 'school') return refused('title.other-desk')
    if (given.until !== null && given.until < given.from) return refused('title.end-before-start', 'until')
    const on = row === null ? null : titleRowAt(document, row)
    if (row !== null && on === null) return refused('verb.not-allowed')
    if (on !== null && nominationOf(on) === null) return refused('title.not-waiting')
    if (titlesOf(document as Dossier).some((t) => sameTitle(t, given) && inForceOn(t, given.from))) return refused('title.already-held')
    const fact: TitleFact = { ...signed('awarded', context, capacity), ...given }
    return applied(append(document, 'title', row ?? (context.op as string as RowId), fact))
  },
})
