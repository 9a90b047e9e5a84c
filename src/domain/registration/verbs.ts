// The verbs of certificates, 定期注册, 学历 and 双师型.

import { asVerb } from '../verbs/verb.ts'
import { recordCertificate } from './record-certificate.ts'
import { recordQualification } from './record-qualification.ts'
import { recordRegistration } from './record-registration.ts'
import { strikeRecord } from './strike-record.ts'

export const REGISTRATION_VERBS = {
  'record-certificate': asVerb(recordCertificate),
  'record-registration': asVerb(recordRegistration),
  'record-qualification': asVerb(recordQualification),
  'strike-record': asVerb(strikeRecord),
}
