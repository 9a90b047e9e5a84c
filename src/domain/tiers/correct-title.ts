// 更正称号: only what changes, with a reason; the title as corrected has to be one the district's ladders know, in days that fit.
// A school corrects only titles of its own level, and cannot make them any other.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { daysArgs, problemOf, saidArgs, TITLE_CODES } from './title-args.ts'
import { sitsOver, titleAt } from './title-row-at.ts'
import type { Title, TitleChanges, TitleFact } from './title.ts'

const changesArg = z.partial(z.strictObject({ ...saidArgs, ...daysArgs }))

function differing(title: Title, changes: z.infer<typeof changesArg>): TitleChanges {
  const now = title as unknown as Record<string, unknown>
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => value !== undefined && value !== now[key])) as TitleChanges
}

export const correctTitle = defineVerb({
  name: 'correct-title',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer'],
  args: z.strictObject({ row: rowArg, changes: changesArg, reason: reasonArg }),
  codes: [...TITLE_CODES, 'title.end-before-start', 'title.other-desk', 'title.own-award'],
  run(document, args, context, capacity) {
    const title = titleAt(document, args.row)
    if (title === null) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('title.own-award')
    const changes = differing(title, args.changes)
    const next = { ...title, ...changes }
    if (!sitsOver(title, capacity) || !sitsOver(next, capacity)) return refused('title.other-desk')
    if (Object.keys(changes).length === 0) return { is: 'noop' }
    const problem = problemOf(context.reference.policy, next)
    if (problem !== null) return refused(problem.code, problem.field)
    if ((next.until !== null && next.until < next.from) || (title.ended !== null && title.ended.to < next.from))
      return refused('title.end-before-start', 'until')
    const fact: TitleFact = { ...signed('corrected', context, capacity), changes, reason: args.reason }
    return applied(append(document, 'title', args.row, fact))
  },
})
