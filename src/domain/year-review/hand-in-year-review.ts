// 交表: freezes the figures that were published and signed. A verb sees the school's file only, so the figures come from the phone;
// the district's list and `npx yantu verify` make them again from the dossiers and show every difference. Handed in by two at
// the same moment there is one snapshot: the same figures change nothing, other figures are told to look again.

import { z } from 'zod/mini'
import type { SchoolId } from '../ids.ts'
import { schoolAndBelow } from '../reference.ts'
import { rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { figuresDigest } from './figures.ts'
import { NO_SUCH_REVIEW, peopleArg, schoolsArg } from './review-args.ts'
import { isWithSchool, reviewAt } from './review-of.ts'
import type { ReviewFact } from './review-row.ts'

export const handInYearReview = defineVerb({
  name: 'hand-in-year-review',
  version: 1,
  subject: ['school'],
  who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({ row: rowArg, schools: schoolsArg, people: peopleArg }),
  codes: ['review.not-over', 'review.schools-differ', 'review.not-published', 'review.not-signed', 'review.signed-other', 'review.nobody'],
  run(document, { row, schools, people }, context, capacity) {
    const review = reviewAt(document, row)
    if (review === null) return NO_SUCH_REVIEW
    const { first, last, asOf } = review
    const digest = figuresDigest({ first, last, asOf, schools, people }, context.hash)
    if (!isWithSchool(review.state)) return review.snapshot?.digest === digest ? { is: 'noop' } : { is: 'stale', row }
    if (context.today < asOf) return refused('review.not-over')
    if (people.length === 0) return refused('review.nobody')
    const covered = schoolAndBelow(context.reference.schools, document.subject.id as SchoolId)
    if (schools[0] !== document.subject.id || schools.length !== covered.length || !covered.every((s) => schools.includes(s))) return refused('review.schools-differ')
    if (review.published === null) return refused('review.not-published')
    if (review.signed === null) return refused('review.not-signed')
    if (review.signed.digest !== digest) return refused('review.signed-other')
    const fact: ReviewFact = { ...signed('handed-in', context, capacity), asOf, schools, people, digest, policy: context.reference.policy.version }
    return applied(append(document, 'year-review', row, fact))
  },
})
