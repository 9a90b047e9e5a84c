// The verbs of studios.

import { asVerb } from '../verbs/verb.ts'
import { changeStudio } from './change-studio.ts'
import { closeStudio } from './close-studio.ts'
import { openStudio } from './open-studio.ts'

export const STUDIO_VERBS = {
  'open-studio': asVerb(openStudio),
  'change-studio': asVerb(changeStudio),
  'close-studio': asVerb(closeStudio),
}
