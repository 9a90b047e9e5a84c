// The verbs of appraisal facts.

import { asVerb } from '../verbs/verb.ts'
import { recordAppraisal } from './record-appraisal.ts'
import { strikeAppraisal } from './strike-appraisal.ts'

export const APPRAISAL_VERBS = {
  'record-appraisal': asVerb(recordAppraisal),
  'strike-appraisal': asVerb(strikeAppraisal),
}
