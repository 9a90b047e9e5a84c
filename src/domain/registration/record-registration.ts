// 登记定期注册: when it was registered, the days it holds, and what came of it. Two that were passed cannot hold on one day.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { dayArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { certificatesOf } from './certificate.ts'
import { isOwn } from './own-record.ts'
import { CONCLUSIONS, REGISTRATION_KINDS, registrationsOf, type RegistrationFact } from './registration.ts'

export const recordRegistration = defineVerb({
  name: 'record-registration',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({
    kind: z.enum(REGISTRATION_KINDS),
    conclusion: z.enum(CONCLUSIONS),
    registeredOn: dayArg,
    from: dayArg,
    until: dayArg,
  }),
  codes: [
    'registration.own-record',
    'registration.no-certificate',
    'registration.end-before-start',
    'registration.in-future',
    'registration.overlaps',
  ],
  run(document, args, context, capacity) {
    const { kind, conclusion, registeredOn, from, until } = args
    if (isOwn(document, context)) return refused('registration.own-record')
    if (certificatesOf(document as Dossier).length === 0) return refused('registration.no-certificate')
    if (until < from) return refused('registration.end-before-start', 'until')
    if (registeredOn > context.today) return refused('registration.in-future', 'registeredOn')
    const all = registrationsOf(document as Dossier)
    if (
      all.some(
        (r) => r.kind === kind && r.conclusion === conclusion && r.registeredOn === registeredOn && r.from === from && r.until === until,
      )
    )
      return { is: 'noop' }
    if (conclusion === 'passed' && all.some((r) => r.conclusion === 'passed' && r.from <= until && from <= r.until))
      return refused('registration.overlaps', 'from')
    const fact: RegistrationFact = { ...signed('registered', context, capacity), ...args }
    return applied(append(document, 'registration', context.op as string as RowId, fact))
  },
})
