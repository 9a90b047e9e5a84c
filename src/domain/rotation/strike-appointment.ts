// 撤销聘任登记: it was entered by mistake. What was entered, and why it was struck, stay in the row.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import { isOfficerOf } from '../permissions.ts'
import { postsOf } from '../person.ts'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { appointmentsOf, type AppointmentFact } from './appointment.ts'

export const strikeAppointment = defineVerb({
  name: 'strike-appointment',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['appointment.other-school', 'appointment.own-record'],
  run(document, { row, reason }, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('appointment.own-record')
    const found = appointmentsOf(document as Dossier).find((a) => a.id === row)
    const post = postsOf(document as Dossier).find((p) => p.id === found?.post)
    if (found === undefined || post === undefined) return refused('verb.not-allowed')
    if (capacity === 'officer' && !isOfficerOf(context.actor.id, post.school, context.reference, context.today))
      return refused('appointment.other-school')
    const fact: AppointmentFact = { ...signed('struck', context, capacity), reason }
    return applied(append(document, 'appointment', row, fact))
  },
})
