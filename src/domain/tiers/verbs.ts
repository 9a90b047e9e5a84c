// The verbs of titles, duties and pupil numbers.

import { asVerb } from '../verbs/verb.ts'
import { awardTitle } from './award-title.ts'
import { correctTitle } from './correct-title.ts'
import { declineTitle } from './decline-title.ts'
import { endTitle } from './end-title.ts'
import { nominateTitle } from './nominate-title.ts'
import { recordDuty } from './record-duty.ts'
import { recordPupils } from './record-pupils.ts'
import { renewTitle } from './renew-title.ts'
import { strikeDuty } from './strike-duty.ts'

export const TIER_VERBS = {
  'nominate-title': asVerb(nominateTitle),
  'award-title': asVerb(awardTitle),
  'decline-title': asVerb(declineTitle),
  'renew-title': asVerb(renewTitle),
  'end-title': asVerb(endTitle),
  'correct-title': asVerb(correctTitle),
  'record-duty': asVerb(recordDuty),
  'strike-duty': asVerb(strikeDuty),
  'record-pupils': asVerb(recordPupils),
}
