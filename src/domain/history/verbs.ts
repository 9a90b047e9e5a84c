// The verbs of history: recorded and reversed by officers and imports, confirmed or objected to by the teacher, answered by school and district.

import { asVerb } from '../verbs/verb.ts'
import { answerObjection } from './answer-objection.ts'
import { confirmHistory } from './confirm-history.ts'
import { objectHistory } from './object-history.ts'
import { recordOpening } from './record-opening.ts'
import { reverseOpening } from './reverse-opening.ts'

export const HISTORY_VERBS = {
  'record-opening': asVerb(recordOpening),
  'reverse-opening': asVerb(reverseOpening),
  'confirm-history': asVerb(confirmHistory),
  'object-history': asVerb(objectHistory),
  'answer-objection': asVerb(answerObjection),
}
