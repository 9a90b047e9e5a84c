// The verbs of 交流轮岗 and 区管校聘.

import { asVerb } from '../verbs/verb.ts'
import { cancelRotation } from './cancel-rotation.ts'
import { correctEligibleList } from './correct-eligible-list.ts'
import { endRotation } from './end-rotation.ts'
import { extendEligibleList } from './extend-eligible-list.ts'
import { freezeEligibleList } from './freeze-eligible-list.ts'
import { planRotation } from './plan-rotation.ts'
import { recordAppointment } from './record-appointment.ts'
import { startRotation } from './start-rotation.ts'
import { strikeAppointment } from './strike-appointment.ts'

export const ROTATION_VERBS = {
  'freeze-eligible-list': asVerb(freezeEligibleList),
  'extend-eligible-list': asVerb(extendEligibleList),
  'correct-eligible-list': asVerb(correctEligibleList),
  'plan-rotation': asVerb(planRotation),
  'start-rotation': asVerb(startRotation),
  'end-rotation': asVerb(endRotation),
  'cancel-rotation': asVerb(cancelRotation),
  'record-appointment': asVerb(recordAppointment),
  'strike-appointment': asVerb(strikeAppointment),
}
