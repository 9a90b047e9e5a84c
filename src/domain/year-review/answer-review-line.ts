// 答复异议: the school (or the district in its stead) answers what a teacher said about their line, with a reason. Never one's own.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { lineAt, type LineFact } from './review-line.ts'

export const answerReviewLine = defineVerb({
  name: 'answer-review-line',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['claim.own-decision', 'review.no-objection'],
  run(document, args, context, capacity) {
    const line = lineAt(document, args.row)
    if (line === null) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('claim.own-decision')
    if (line.state === 'answered' && line.answer?.reason === args.reason) return { is: 'noop' }
    if (line.state !== 'objected') return refused('review.no-objection')
    const fact: LineFact = { ...signed('answered', context, capacity), reason: args.reason }
    return applied(append(document, 'review-line', args.row, fact))
  },
})
