// 公示到本人: the school shows a teacher their own line of what is published, on their own phone. One row a review; shown again
// where figures or days changed. An officer shows lines of their own school only, also of somebody who is a guest there.

import { z } from 'zod/mini'
import type { Tenths } from '../hours.ts'
import type { RowId } from '../ids.ts'
import { isOfficerOf } from '../permissions.ts'
import { schoolArg } from '../verbs/school-args.ts'
import { dayArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { linesOf, type LineFact } from './review-line.ts'

const amount = z.int().check(z.gte(0), z.lte(1_000_000)) as unknown as z.ZodMiniType<Tenths>

export const showReviewLine = defineVerb({
  name: 'show-review-line',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({
    review: rowArg,
    school: schoolArg,
    first: dayArg,
    last: dayArg,
    asOf: dayArg,
    recognised: amount,
    counted: amount,
    from: dayArg,
    to: dayArg,
  }),
  codes: ['review.end-before-start', 'review.other-school'],
  run(document, args, context, capacity) {
    if (args.to < args.from) return refused('review.end-before-start', 'to')
    const before = linesOf(document).find((l) => l.review === args.review)
    const theirs = isOfficerOf(context.actor.id, args.school, context.reference, context.today)
    if ((capacity === 'officer' && !theirs) || (before !== undefined && before.school !== args.school))
      return refused('review.other-school')
    const same =
      before !== undefined &&
      before.recognised === args.recognised &&
      before.counted === args.counted &&
      before.from === args.from &&
      before.to === args.to &&
      before.asOf === args.asOf
    if (same) return { is: 'noop' }
    const fact: LineFact = { ...signed('shown', context, capacity), ...args }
    return applied(append(document, 'review-line', before?.id ?? (context.op as string as RowId), fact))
  },
})
