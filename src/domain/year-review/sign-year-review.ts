// 签字: binds exactly these figures. The principal or the officer signs here, or someone says who signed and sealed the paper kept
// at the school. Who has to sign is 待区确认; where the district named the principal, an officer needs the paper.

import { z } from 'zod/mini'
import { viewValue } from '../policy/value-on.ts'
import { lineArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { digestArg, withSchool } from './review-args.ts'
import type { ReviewFact } from './review-row.ts'

export const signYearReview = defineVerb({
  name: 'sign-year-review',
  version: 1,
  subject: ['school'],
  who: ['principal', 'school-officer', 'district-officer'],
  args: z.strictObject({ row: rowArg, digest: digestArg, paper: z.nullable(lineArg(40)) }),
  codes: ['review.handed-in', 'review.not-published', 'review.signer'],
  run(document, args, context, capacity) {
    const found = withSchool(document, args.row)
    if (found.is !== 'review') return found
    const { published, signed: before } = found.review
    if (published === null) return refused('review.not-published')
    const named = viewValue(context.reference.policy.settings.reviewSigner, context.today)
    if (args.paper === null && (capacity === 'district-officer' || (named !== null && named !== capacity)))
      return refused('review.signer', 'paper')
    if (before !== null && before.digest === args.digest && before.by === context.actor.id && before.paper === args.paper)
      return { is: 'noop' }
    const fact: ReviewFact = { ...signed('signed', context, capacity), digest: args.digest, paper: args.paper }
    return applied(append(document, 'year-review', args.row, fact))
  },
})
