// The verbs of programmes and of projects with places.

import { asVerb } from '../verbs/verb.ts'
import { changeProject } from './change-project.ts'
import { closeProject } from './close-project.ts'
import { decidePlace } from './decide-place.ts'
import { joinProgramme } from './join-programme.ts'
import { leaveProgramme } from './leave-programme.ts'
import { openProject } from './open-project.ts'
import { proposePlace } from './propose-place.ts'

export const PROGRAMME_VERBS = {
  'join-programme': asVerb(joinProgramme),
  'leave-programme': asVerb(leaveProgramme),
  'open-project': asVerb(openProject),
  'change-project': asVerb(changeProject),
  'close-project': asVerb(closeProject),
  'propose-place': asVerb(proposePlace),
  'decide-place': asVerb(decidePlace),
}
