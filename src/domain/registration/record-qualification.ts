// 登记学历、双师型: what the person is, since when. A row of numbers long enough to be an ID card is not taken.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { dayArg, emptyLineArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { isOwn } from './own-record.ts'
import { qualificationRecords, QUALIFICATIONS, type QualificationFact } from './qualification.ts'

export const recordQualification = defineVerb({
  name: 'record-qualification',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({ code: z.enum(QUALIFICATIONS), since: z.nullable(dayArg), until: z.nullable(dayArg), detail: emptyLineArg(80) }),
  codes: ['qualification.own-record', 'qualification.whole-number', 'qualification.end-before-start', 'qualification.in-future'],
  run(document, args, context, capacity) {
    const { code, since, until, detail } = args
    if (isOwn(document, context)) return refused('qualification.own-record')
    if (/\d{10,}/.test(detail.replace(/[\s-]/g, ''))) return refused('qualification.whole-number', 'detail')
    if (since !== null && since > context.today) return refused('qualification.in-future', 'since')
    if (since !== null && until !== null && until < since) return refused('qualification.end-before-start', 'until')
    if (
      qualificationRecords(document as Dossier).some(
        (q) => q.code === code && q.since === since && q.until === until && q.detail === detail,
      )
    )
      return { is: 'noop' }
    const fact: QualificationFact = { ...signed('recorded', context, capacity), ...args }
    return applied(append(document, 'qualification', context.op as string as RowId, fact))
  },
})
