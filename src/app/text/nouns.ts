// The words of each noun's verbs and refusals, joined: one line a noun here, as in domain/verbs/register.ts.
// Only these two tables are loaded with the first page; a noun's words for its pages stand in a file its pages load.

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
}

export const nounRefusals = {
  ...registrationRefusals,
  ...policyRefusals,
  ...rotationRefusals,
  ...historyRefusals,
  ...tierRefusals,
  ...growthRefusals,
  ...yearReviewRefusals,
}
