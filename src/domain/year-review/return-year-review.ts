// 退回: the district gives the review back with reasons. What was handed in stays on record; the school hands in anew.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { atDistrict, digestArg } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'

export const returnYearReview = defineVerb({
  name: 'return-year-review',
  version: 1,
  subject: ['school'],
  who: ['district-officer'],
  args: z.strictObject({ row: rowArg, digest: digestArg, reason: reasonArg }),
  codes: ['review.not-handed-in', 'review.accepted'],
  run(document, args, context, capacity) {
    const found = atDistrict(document, args.row, args.digest)
    if (found.is !== 'review') return found
    if (found.review.state === 'accepted') return refused('review.accepted')
    const fact: ReviewFact = { ...signed('returned', context, capacity), digest: args.digest, reason: args.reason }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
