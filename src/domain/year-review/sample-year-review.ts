// 抽审: the district draws who is looked at, from a seed it says aloud and the snapshot: drawn here, not handed over, so that
// nobody can choose. One sample a snapshot.

import { z } from 'zod/mini'
import { lineArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { atDistrict, digestArg } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'
import { drawSample } from './sample.ts'

export const sampleYearReview = defineVerb({
  name: 'sample-year-review',
  version: 1,
  subject: ['school'],
  who: ['district-officer'],
  args: z.strictObject({ row: rowArg, digest: digestArg, seed: lineArg(40), size: z.int().check(z.gte(1), z.lte(1200)) }),
  codes: ['review.not-handed-in', 'review.accepted', 'review.already-sampled'],
  run(document, args, context, capacity) {
    const found = atDistrict(document, args.row, args.digest)
    if (found.is !== 'review') return found
    const { review, snapshot } = found
    if (review.state === 'accepted') return refused('review.accepted')
    const persons = drawSample(
      snapshot.people.map((p) => p[0]),
      args.size,
      args.seed,
      snapshot.digest,
      context.hash,
    )
    if (review.sample !== null)
      return review.sample.seed === args.seed && review.sample.persons.length === persons.length
        ? { is: 'noop' }
        : refused('review.already-sampled')
    const fact: ReviewFact = { ...signed('sampled', context, capacity), digest: args.digest, seed: args.seed, persons }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
