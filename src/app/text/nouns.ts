// The words of each noun's verbs and refusals, joined: one line a noun here, as in domain/verbs/noun-verbs.ts.
// Loaded a little after the first page (words-at-hand.ts); a noun's words for its pages stand in files its pages load.

import type { NOUN_VERBS } from '../../domain/verbs/noun-verbs.ts'
import { bringVerbWords } from './ops.ts'
import { bringRefusals } from './refusals.ts'
import { registrationRefusals, registrationVerbs } from './registration.ts'
import { rotationRefusals, rotationVerbs } from './rotation.ts'
import { historyRefusals, historyVerbs } from './history.ts'
import { policyRefusals, policyVerbs } from './policy-change.ts'
import { growthRefusals, growthVerbs } from './growth.ts'
import { tierRefusals, tierVerbs } from './tiers.ts'
import { yearReviewRefusals, yearReviewVerbs } from './year-review.ts'

export const nounVerbs = {
  ...registrationVerbs,
  ...policyVerbs,
  ...rotationVerbs,
  ...historyVerbs,
  ...tierVerbs,
  ...growthVerbs,
  ...yearReviewVerbs,
} satisfies Readonly<Record<keyof typeof NOUN_VERBS, string>>

export const nounRefusals = {
  ...registrationRefusals,
  ...policyRefusals,
  ...rotationRefusals,
  ...historyRefusals,
  ...tierRefusals,
  ...growthRefusals,
  ...yearReviewRefusals,
}

bringVerbWords(nounVerbs)
bringRefusals(nounRefusals)
