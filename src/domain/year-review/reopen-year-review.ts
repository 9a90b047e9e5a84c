// 重新打开: an accepted review turns out to be wrong as it was handed in (not merely late). With a reason, by the district alone;
// the accepted snapshot stays on record.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { atDistrict, digestArg } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'

export const reopenYearReview = defineVerb({
  name: 'reopen-year-review',
  version: 1,
  subject: ['school'],
  who: ['district-officer'],
  args: z.strictObject({ row: rowArg, digest: digestArg, reason: reasonArg }),
  codes: ['review.not-handed-in', 'review.not-accepted'],
  run(document, args, context, capacity) {
    const found = atDistrict(document, args.row, args.digest)
    if (found.is !== 'review') return found
    if (found.review.state !== 'accepted') return refused('review.not-accepted')
    const fact: ReviewFact = { ...signed('reopened', context, capacity), reason: args.reason }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
