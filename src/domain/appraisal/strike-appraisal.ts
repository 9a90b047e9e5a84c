// 撤销考核记载: recorded by mistake. It stays on record as struck; the right one is recorded anew.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import type { AppraisalFact, AppraisalRow } from './appraisal.ts'

export const strikeAppraisal = defineVerb({
  name: 'strike-appraisal',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'principal', 'district-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['appraisal.own-result'],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    if (row === undefined || row.kind !== 'appraisal') return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('appraisal.own-result')
    if ((row as AppraisalRow).facts.some((f) => f.what === 'struck')) return { is: 'noop' }
    const fact: AppraisalFact = { ...signed('struck', context, capacity), reason: args.reason }
    return applied(append(document, 'appraisal', args.row, fact))
  },
})
