// 公示: the table of names and totals hangs out from a day to a day. `digest` says which figures; each teacher gets their own line
// (show-review-line). May be done again with other figures.

import { z } from 'zod/mini'
import { dayArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { digestArg, withSchool } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'

export const publishYearReview = defineVerb({
  name: 'publish-year-review',
  version: 1,
  subject: ['school'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ row: rowArg, from: dayArg, to: dayArg, digest: digestArg }),
  codes: ['review.handed-in', 'review.end-before-start'],
  run(document, args, context, capacity) {
    const found = withSchool(document, args.row)
    if (found.is !== 'review') return found
    if (args.to < args.from) return refused('review.end-before-start', 'to')
    const { published } = found.review
    if (published !== null && published.from === args.from && published.to === args.to && published.digest === args.digest)
      return { is: 'noop' }
    const fact: ReviewFact = { ...signed('published', context, capacity), from: args.from, to: args.to, digest: args.digest }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
