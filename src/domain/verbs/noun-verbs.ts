// The verbs of the nouns beside hours: one line a noun. A phone loads them when one of them is first needed (storage/verbs-at-hand.ts),
// so that a teacher's first page does not wait for what only a district does; the server has them all (all-verbs.ts).

import { REGISTRATION_VERBS } from '../registration/verbs.ts'
import { POLICY_VERBS } from '../policy-change/verbs.ts'
import { ROTATION_VERBS } from '../rotation/verbs.ts'
import { HISTORY_VERBS } from '../history/verbs.ts'
import { TIER_VERBS } from '../tiers/verbs.ts'
import { STUDIO_VERBS } from '../studios/verbs.ts'
import { MENTORING_VERBS } from '../mentoring/verbs.ts'
import { PROGRAMME_VERBS } from '../programmes/verbs.ts'
import { APPRAISAL_VERBS } from '../appraisal/verbs.ts'
import { YEAR_REVIEW_VERBS } from '../year-review/verbs.ts'

export const NOUN_VERBS = {
  ...REGISTRATION_VERBS,
  ...POLICY_VERBS,
  ...ROTATION_VERBS,
  ...HISTORY_VERBS,
  ...TIER_VERBS,
  ...STUDIO_VERBS,
  ...MENTORING_VERBS,
  ...PROGRAMME_VERBS,
  ...APPRAISAL_VERBS,
  ...YEAR_REVIEW_VERBS,
}
