// 通过: the district takes the snapshot as it is. From here on the year is what was handed in; what comes later is 补登.
// How many people were known to differ from the server is said with it, so that a difference is never accepted unseen.

import { z } from 'zod/mini'
import { noteArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { atDistrict, digestArg } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'

export const acceptYearReview = defineVerb({
  name: 'accept-year-review',
  version: 1,
  subject: ['school'],
  who: ['district-officer'],
  args: z.strictObject({ row: rowArg, digest: digestArg, differing: z.int().check(z.gte(0), z.lte(5000)), note: noteArg }),
  codes: ['review.not-handed-in', 'review.sample-open', 'review.note-needed'],
  run(document, args, context, capacity) {
    const found = atDistrict(document, args.row, args.digest)
    if (found.is !== 'review') return found
    const { review } = found
    if (review.state === 'accepted') return { is: 'noop' }
    if (review.sample !== null && !review.sample.persons.every((p) => review.sample?.checks.has(p))) return refused('review.sample-open')
    if (args.differing > 0 && args.note === '') return refused('review.note-needed', 'note')
    const fact: ReviewFact = { ...signed('accepted', context, capacity), digest: args.digest, differing: args.differing, note: args.note }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
