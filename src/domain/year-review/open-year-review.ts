// 开始年审: opens the review of one school year at a school right under the district; its points are reviewed with it.
// The year is the policy's; the same year twice is one review. `asOf`: until which day entries count into it.

import { z } from 'zod/mini'
import type { RowId, SchoolId } from '../ids.ts'
import { dayArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { reviewsOf } from './review-of.ts'
import type { ReviewFact } from './review-row.ts'
import { isReviewYear } from './review-year.ts'

export const openYearReview = defineVerb({
  name: 'open-year-review',
  version: 1,
  subject: ['school'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ first: dayArg, last: dayArg, asOf: dayArg }),
  codes: ['review.not-top-school', 'review.not-a-year', 'review.outside-year'],
  run(document, args, context, capacity) {
    const { reference } = context
    const school = reference.schools.find((s) => s.id === (document.subject.id as SchoolId))
    if (school !== undefined && school.parent !== null) return refused('review.not-top-school')
    if (reviewsOf(document).some((r) => r.first === args.first && r.last === args.last)) return { is: 'noop' }
    if (!isReviewYear(reference.policy, args.first, args.last)) return refused('review.not-a-year', 'first')
    if (args.asOf < args.first || args.asOf > args.last) return refused('review.outside-year', 'asOf')
    const fact: ReviewFact = { ...signed('opened', context, capacity), ...args }
    return applied(append(document, 'year-review', context.op as string as RowId, fact))
  },
})
