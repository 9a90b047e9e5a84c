// The verbs of mentoring.

import { asVerb } from '../verbs/verb.ts'
import { beginMentoring } from './begin-mentoring.ts'
import { endMentoring } from './end-mentoring.ts'

export const MENTORING_VERBS = {
  'begin-mentoring': asVerb(beginMentoring),
  'end-mentoring': asVerb(endMentoring),
}
