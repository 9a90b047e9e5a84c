// 撤销履职: something recorded by mistake. It stays on record as struck and counts nowhere.

import { z } from 'zod/mini'
import { rowAt } from '../document.ts'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import type { DutyFact, DutyRow } from './duty.ts'

export const strikeDuty = defineVerb({
  name: 'strike-duty',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['duty.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('duty.own-record')
    const row = rowAt(document, args.row)
    if (row === undefined || row.kind !== 'duty') return refused('verb.not-allowed')
    if ((row as DutyRow).facts.some((f) => f.what === 'struck')) return { is: 'noop' }
    const fact: DutyFact = { ...signed('struck', context, capacity), reason: args.reason }
    return applied(append(document, 'duty', args.row, fact))
  },
})
