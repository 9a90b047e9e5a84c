// 无误 / 有异议: the teacher about their own line. An objection says what is wrong and is answered by the school.

import { z } from 'zod/mini'
import { noteArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { lineAt, type LineFact } from './review-line.ts'

export const checkReviewLine = defineVerb({
  name: 'check-review-line',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({ row: rowArg, agrees: z.boolean(), reason: noteArg }),
  codes: ['review.note-needed'],
  run(document, args, context, capacity) {
    const line = lineAt(document, args.row)
    if (line === null) return refused('verb.not-allowed')
    if (!args.agrees && args.reason === '') return refused('review.note-needed', 'reason')
    const same = args.agrees ? line.state === 'agreed' : line.state === 'objected' && line.objection === args.reason
    if (same) return { is: 'noop' }
    const fact: LineFact = { ...signed('checked', context, capacity), agrees: args.agrees, reason: args.agrees ? '' : args.reason }
    return applied(append(document, 'review-line', args.row, fact))
  },
})
