// 登记聘任: by whom, on whose quota, for which term, for a post that exists.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { isOfficerOf } from '../permissions.ts'
import { postsOf } from '../person.ts'
import { dayArg, emptyLineArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { APPOINTERS, appointmentsOf, QUOTAS, type AppointmentFact } from './appointment.ts'

export const recordAppointment = defineVerb({
  name: 'record-appointment',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'admin', 'school-officer'],
  args: z.strictObject({
    post: rowArg,
    appointer: z.enum(APPOINTERS),
    quota: z.enum(QUOTAS),
    from: dayArg,
    until: z.nullable(dayArg),
    paper: emptyLineArg(120),
  }),
  codes: [
    'appointment.unknown-post',
    'appointment.end-before-start',
    'appointment.before-post',
    'appointment.other-school',
    'appointment.pool-is-districts',
    'appointment.own-record',
  ],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('appointment.own-record')
    const post = postsOf(document as Dossier).find((p) => p.id === args.post)
    if (post === undefined) return refused('appointment.unknown-post', 'post')
    if (args.until !== null && args.until < args.from) return refused('appointment.end-before-start', 'until')
    if (args.from < post.from || (post.to !== null && args.from > post.to)) return refused('appointment.before-post', 'from')
    if (args.quota === 'pool' && args.appointer !== 'district') return refused('appointment.pool-is-districts', 'appointer')
    if (capacity === 'officer' && !isOfficerOf(context.actor.id, post.school, context.reference, context.today))
      return refused('appointment.other-school', 'post')
    const { appointer, quota, from, until } = args
    const same = appointmentsOf(document as Dossier).some(
      (a) => a.post === post.id && a.appointer === appointer && a.quota === quota && a.from === from && a.until === until,
    )
    if (same) return { is: 'noop' }
    const fact: AppointmentFact = { ...signed('appointed', context, capacity), ...args }
    return applied(append(document, 'appointment', context.op as string as RowId, fact))
  },
})
