// The verbs of programmes and of projects with places.

import { asVerb } from '../verbs/verb.ts'
import { joinProgramme } from './join-programme.ts'
import { leaveProgramme } from './leave-programme.ts'
import { changeProject, closeProject, decidePlace, openProject, proposePlace } from './project-verbs.ts'

export const PROGRAMME_VERBS = {
  'join-programme': asVerb(joinProgramme),
  'leave-programme': asVerb(leaveProgramme),
  'open-project': asVerb(openProject),
  'change-project': asVerb(changeProject),
  'close-project': asVerb(closeProject),
  'propose-place': asVerb(proposePlace),
  'decide-place': asVerb(decidePlace),
}
