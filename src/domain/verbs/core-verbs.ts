// The verbs of the main job: hours, people, posts, pauses, schools, roles and activities. What another noun adds
// (tiers, rotation, …) stands in that noun's own folder and joins in noun-verbs.ts.

import { acceptClaim } from './accept-claim.ts'
import { amendClaim } from './amend-claim.ts'
import { answerCorrection } from './answer-correction.ts'
import { appealCorrection } from './appeal-correction.ts'
import { beginPause } from './begin-pause.ts'
import { cancelActivity } from './cancel-activity.ts'
import { cancelPause } from './cancel-pause.ts'
import { changeSchool } from './change-school.ts'
import { claimHours } from './claim-hours.ts'
import { closeSchool } from './close-school.ts'
import { correctPerson } from './correct-person.ts'
import { endPause } from './end-pause.ts'
import { endPost } from './end-post.ts'
import { endRole } from './end-role.ts'
import { enrolPerson } from './enrol-person.ts'
import { grantHours } from './grant-hours.ts'
import { grantRole } from './grant-role.ts'
import { joinActivity } from './join-activity.ts'
import { openSchool } from './open-school.ts'
import { recordFor } from './record-for.ts'
import { registerActivity } from './register-activity.ts'
import { requestCorrection } from './request-correction.ts'
import { returnClaim } from './return-claim.ts'
import { reverseEntry } from './reverse-entry.ts'
import { revokeDecision } from './revoke-decision.ts'
import { seeOriginals } from './see-originals.ts'
import { startPost } from './start-post.ts'
import { withdrawClaim } from './withdraw-claim.ts'
import { asVerb } from './verb.ts'

export const CORE_VERBS = {
  'claim-hours': asVerb(claimHours),
  'amend-claim': asVerb(amendClaim),
  'withdraw-claim': asVerb(withdrawClaim),
  'accept-claim': asVerb(acceptClaim),
  'return-claim': asVerb(returnClaim),
  'revoke-decision': asVerb(revokeDecision),
  'request-correction': asVerb(requestCorrection),
  'answer-correction': asVerb(answerCorrection),
  'appeal-correction': asVerb(appealCorrection),
  'reverse-entry': asVerb(reverseEntry),
  'grant-hours': asVerb(grantHours),
  'record-for': asVerb(recordFor),
  'see-originals': asVerb(seeOriginals),
  'enrol-person': asVerb(enrolPerson),
  'correct-person': asVerb(correctPerson),
  'start-post': asVerb(startPost),
  'end-post': asVerb(endPost),
  'begin-pause': asVerb(beginPause),
  'end-pause': asVerb(endPause),
  'cancel-pause': asVerb(cancelPause),
  'open-school': asVerb(openSchool),
  'change-school': asVerb(changeSchool),
  'close-school': asVerb(closeSchool),
  'grant-role': asVerb(grantRole),
  'end-role': asVerb(endRole),
  'register-activity': asVerb(registerActivity),
  'cancel-activity': asVerb(cancelActivity),
  'join-activity': asVerb(joinActivity),
}
