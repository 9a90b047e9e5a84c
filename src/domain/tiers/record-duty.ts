// 登记履职: a lesson shown, a lecture, a pupil in the trade, a project, teaching brought to another school; once, wherever it may count.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { dayArg, emptyLineArg, lineArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { DUTY_KINDS, dutiesOf, type DutyFact } from './duty.ts'

export const recordDuty = defineVerb({
  name: 'record-duty',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ kind: z.enum(DUTY_KINDS), title: lineArg(120), first: dayArg, last: dayArg, place: emptyLineArg(60) }),
  codes: ['duty.end-before-start', 'duty.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('duty.own-record')
    if (args.last < args.first) return refused('duty.end-before-start', 'last')
    if (
      dutiesOf(document as Dossier).some(
        (d) => d.kind === args.kind && d.title === args.title && d.first === args.first && d.last === args.last,
      )
    )
      return { is: 'noop' }
    const fact: DutyFact = { ...signed('done', context, capacity), ...args }
    return applied(append(document, 'duty', context.op as string as RowId, fact))
  },
})
