// 无误 / 有异议: the teacher about their own line. An objection says what is wrong and is answered by the school. 无误 holds for the figures
// that were seen (`seen`; phones of before do not say them): said offline of others than stand there by now, it is to be said again.

import { z } from 'zod/mini'
import { noteArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { amountArg } from './review-args.ts'
import { lineAt, type LineFact } from './review-line.ts'

export const checkReviewLine = defineVerb({
  name: 'check-review-line',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({
    row: rowArg,
    agrees: z.boolean(),
    reason: noteArg,
    seen: z.optional(z.strictObject({ recognised: amountArg, counted: amountArg })),
  }),
  codes: ['review.note-needed', 'review.line-changed'],
  run(document, args, context, capacity) {
    const line = lineAt(document, args.row)
    if (line === null) return refused('verb.not-allowed')
    if (!args.agrees && args.reason === '') return refused('review.note-needed', 'reason')
    const { seen } = args
    if (args.agrees && seen !== undefined && (seen.recognised !== line.recognised || seen.counted !== line.counted))
      return refused('review.line-changed')
    const same = args.agrees ? line.state === 'agreed' : line.state === 'objected' && line.objection === args.reason
    if (same) return { is: 'noop' }
    const fact: LineFact = { ...signed('checked', context, capacity), agrees: args.agrees, reason: args.agrees ? '' : args.reason }
    return applied(append(document, 'review-line', args.row, fact))
  },
})
