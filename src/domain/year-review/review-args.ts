// Arguments of the review's verbs, and what they share: finding the review, and whether it is with the school or the district.

import { z } from 'zod/mini'
import type { Document } from '../document.ts'
import type { PersonId, RowId } from '../ids.ts'
import { personArg, schoolArg } from '../verbs/school-args.ts'
import { refused } from '../verbs/verb.ts'
import { isWithSchool, reviewAt, type Review } from './review-of.ts'
import type { FrozenPerson, Snapshot } from './review-row.ts'

export const digestArg = z.string().check(z.regex(/^[0-9a-f]{16}$/))

/** Whole tenths of hours. */
export const amountArg = z.int().check(z.gte(0), z.lte(1_000_000))
const amount = amountArg
const code = z.string().check(z.maxLength(40))
const frozen = z.tuple([
  personArg,
  z.string().check(z.maxLength(60)),
  z.int().check(z.gte(0), z.lte(99)),
  code,
  z.enum(['met', 'on-the-way', 'concern', 'unverified']),
  amount,
  amount,
  amount,
  z.array(z.tuple([code, amount, amount])).check(z.maxLength(10)),
])

const inOrder = (people: readonly (readonly [PersonId, ...unknown[]])[]): boolean =>
  people.every((p, k) => k === 0 || (people[k - 1]?.[0] ?? '') < p[0])

/** Each person once, in the order of ids; a thousand of them still fit into one request. */
export const peopleArg = z.array(frozen).check(z.maxLength(1200), z.refine(inOrder)) as unknown as z.ZodMiniType<readonly FrozenPerson[]>
export const schoolsArg = z.array(schoolArg).check(z.minLength(1), z.maxLength(100))

export const NO_SUCH_REVIEW = refused('verb.not-allowed')

/** The review, if it is still with the school. */
export function withSchool(
  file: Document,
  row: RowId,
): { readonly is: 'review'; readonly review: Review } | ReturnType<typeof refused<'verb.not-allowed' | 'review.handed-in'>> {
  const review = reviewAt(file, row)
  if (review === null) return NO_SUCH_REVIEW
  return isWithSchool(review.state) ? { is: 'review', review } : refused('review.handed-in')
}

export type AtDistrict =
  | { readonly is: 'review'; readonly review: Review; readonly snapshot: Snapshot }
  | { readonly is: 'stale'; readonly row: RowId }
  | ReturnType<typeof refused<'verb.not-allowed' | 'review.not-handed-in'>>

/** The review, if its snapshot is the one that was seen. */
export function atDistrict(file: Document, row: RowId, digest: string): AtDistrict {
  const review = reviewAt(file, row)
  if (review === null) return NO_SUCH_REVIEW
  if (review.snapshot === null || isWithSchool(review.state)) return refused('review.not-handed-in')
  return review.snapshot.digest === digest ? { is: 'review', review, snapshot: review.snapshot } : { is: 'stale', row }
}
