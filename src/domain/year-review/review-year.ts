// Which school year is reviewed, and what is asked of its review: read from policy, with what stands in while the district has
// not confirmed. Must not decide anything silently: whoever shows a value says whether it is open.

import { addDays, type Day } from '../day.ts'
import { yearStartOn, yearWindow, type Window } from '../evaluate/window.ts'
import type { Policy } from '../policy/policy.ts'
import { isOpen, viewValue } from '../policy/value-on.ts'

const HALF_A_YEAR = 182

/** In the first half of a year it is the one before, in the second the one that is ending. */
export function yearToReview(policy: Policy, today: Day): Window {
  const then = addDays(today, -HALF_A_YEAR)
  return yearWindow(yearStartOn(policy, then), then)
}

/** Whether these are first and last day of a year, as the policy has it on that day. */
export function isReviewYear(policy: Policy, first: Day, last: Day): boolean {
  const window = yearWindow(yearStartOn(policy, first), first)
  return window.first === first && window.last === last
}

export interface ReviewRules {
  readonly yearOpen: boolean
  readonly signer: 'principal' | 'officer' | null
  readonly publicDays: { readonly days: number; readonly open: boolean }
  readonly sampleShare: { readonly share: string; readonly open: boolean }
}

export function reviewRules(policy: Policy, on: Day): ReviewRules {
  const { yearStart, reviewSigner, reviewPublicDays, reviewSampleShare } = policy.settings
  return {
    yearOpen: isOpen(yearStart),
    signer: viewValue(reviewSigner, on),
    publicDays: { days: viewValue(reviewPublicDays, on) ?? 1, open: isOpen(reviewPublicDays) },
    sampleShare: { share: viewValue(reviewSampleShare, on) ?? '0.1', open: isOpen(reviewSampleShare) },
  }
}
