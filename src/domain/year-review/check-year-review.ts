// 缺漏清单已核: the school has gone through what is missing; what is left is said, not hidden.

import { z } from 'zod/mini'
import { noteArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, signed } from '../verbs/verb.ts'
import { withSchool } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'

export const checkYearReview = defineVerb({
  name: 'check-year-review',
  version: 1,
  subject: ['school'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ row: rowArg, left: z.int().check(z.gte(0), z.lte(5000)), note: noteArg }),
  codes: ['review.handed-in'],
  run(document, args, context, capacity) {
    const found = withSchool(document, args.row)
    if (found.is !== 'review') return found
    const { checked } = found.review
    if (checked !== null && checked.left === args.left && checked.note === args.note) return { is: 'noop' }
    const fact: ReviewFact = { ...signed('checked', context, capacity), left: args.left, note: args.note }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
