// The verbs of 年审: the school's steps, the district's, and the line each teacher is shown.

import { asVerb } from '../verbs/verb.ts'
import { acceptYearReview } from './accept-year-review.ts'
import { answerReviewLine } from './answer-review-line.ts'
import { checkReviewLine } from './check-review-line.ts'
import { checkSampled } from './check-sampled.ts'
import { checkYearReview } from './check-year-review.ts'
import { handInYearReview } from './hand-in-year-review.ts'
import { openYearReview } from './open-year-review.ts'
import { publishYearReview } from './publish-year-review.ts'
import { reopenYearReview } from './reopen-year-review.ts'
import { returnYearReview } from './return-year-review.ts'
import { sampleYearReview } from './sample-year-review.ts'
import { showReviewLine } from './show-review-line.ts'
import { signYearReview } from './sign-year-review.ts'

export const YEAR_REVIEW_VERBS = {
  'open-year-review': asVerb(openYearReview),
  'check-year-review': asVerb(checkYearReview),
  'publish-year-review': asVerb(publishYearReview),
  'sign-year-review': asVerb(signYearReview),
  'hand-in-year-review': asVerb(handInYearReview),
  'sample-year-review': asVerb(sampleYearReview),
  'check-sampled': asVerb(checkSampled),
  'accept-year-review': asVerb(acceptYearReview),
  'return-year-review': asVerb(returnYearReview),
  'reopen-year-review': asVerb(reopenYearReview),
  'show-review-line': asVerb(showReviewLine),
  'check-review-line': asVerb(checkReviewLine),
  'answer-review-line': asVerb(answerReviewLine),
}
