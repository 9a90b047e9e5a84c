// 交表: freezes the figures that were published and signed. A verb sees the school's file only, so the figures come from the phone;
// the district's list and `npx yantu verify` make them again from the dossiers and show every difference. Handed in by two at
// the same moment there is one snapshot: the same figures change nothing, other figures are told to look again.
// A long table comes in parts, in their order, all under the digest that was signed; the last one makes the snapshot.

import { z } from 'zod/mini'
import type { SchoolId } from '../ids.ts'
import { schoolAndBelow } from '../reference.ts'
import { rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { figuresDigest } from './figures.ts'
import { NO_SUCH_REVIEW, peopleArg, schoolsArg } from './review-args.ts'
import { isWithSchool, partKey, peopleIn, reviewAt, type Review } from './review-of.ts'
import type { FactOf, FrozenPerson, ReviewFact } from './review-row.ts'

interface Part {
  readonly n: number
  readonly of: number
}

const at = (parts: Review['parts'], digest: string, n: number): FactOf<'part'> | undefined => parts.get(partKey(digest, n))

/** Whether this very part is there already. */
const stands = (review: Review, digest: string, { n, of }: Part, people: readonly FrozenPerson[]): boolean => {
  const there = at(review.parts, digest, n)
  return there !== undefined && there.of === of && JSON.stringify(there.people) === JSON.stringify(people)
}

/** The whole table, once the last part meets all that came before it; null till then. */
function wholeWith(review: Review, { n, of }: Part, people: readonly FrozenPerson[]): readonly FrozenPerson[] | null {
  if (n < of - 1) return null
  const before = peopleIn(review.parts, review.signed?.digest ?? '', of - 1)
  if (before === null) return null
  const whole = [...before, ...people]
  // Each person once, in the order of ids, over the parts too.
  return whole.every((p, k) => k === 0 || (whole[k - 1]?.[0] ?? '') < p[0]) ? whole : []
}

export const handInYearReview = defineVerb({
  name: 'hand-in-year-review',
  version: 1,
  subject: ['school'],
  who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({
    row: rowArg,
    schools: schoolsArg,
    people: peopleArg,
    part: z.optional(z.strictObject({ n: z.int().check(z.gte(0), z.lte(99)), of: z.int().check(z.gte(2), z.lte(100)) })),
  }),
  codes: [
    'review.not-over',
    'review.schools-differ',
    'review.not-published',
    'review.not-signed',
    'review.signed-other',
    'review.nobody',
    'review.part-missing',
  ],
  run(document, { row, schools, people, part }, context, capacity) {
    const review = reviewAt(document, row)
    if (review === null) return NO_SUCH_REVIEW
    const { first, last, asOf } = review
    const whole = part === undefined ? people : wholeWith(review, part, people)
    const digest =
      whole === null ? (review.signed?.digest ?? '') : figuresDigest({ first, last, asOf, schools, people: whole }, context.hash)
    if (!isWithSchool(review.state))
      return review.snapshot?.digest === digest && (part === undefined || stands(review, digest, part, people))
        ? { is: 'noop' }
        : { is: 'stale', row }
    if (context.today < asOf) return refused('review.not-over')
    if (people.length === 0) return refused('review.nobody')
    const covered = schoolAndBelow(context.reference.schools, document.subject.id as SchoolId)
    if (schools[0] !== document.subject.id || schools.length !== covered.length || !covered.every((s) => schools.includes(s)))
      return refused('review.schools-differ')
    if (review.published === null) return refused('review.not-published')
    if (review.signed === null) return refused('review.not-signed')
    if (review.signed.digest !== digest) return refused('review.signed-other')
    const { version: policy } = context.reference.policy
    const frozen = (more: { people: readonly FrozenPerson[]; parts?: number }): ReviewFact => ({
      ...signed('handed-in', context, capacity),
      asOf,
      schools,
      digest,
      policy,
      ...more,
    })
    if (part === undefined) return applied(append(document, 'year-review', row, frozen({ people })))
    const lastOne = part.n === part.of - 1
    if (lastOne && whole === null) return refused('review.part-missing')
    if (!lastOne && stands(review, digest, part, people)) return { is: 'noop' }
    const piece: ReviewFact = { ...signed('part', context, capacity), digest, n: part.n, of: part.of, people }
    const kept = append(document, 'year-review', row, piece)
    if (!lastOne) return applied(kept)
    return applied(append(kept, 'year-review', row, frozen({ people: [], parts: part.of })))
  },
})
