// 撤销登记 of a certificate, a registration or a qualification entered by mistake. What was entered, and why it was struck, stay.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { certificatesOf } from './certificate.ts'
import { isOwn } from './own-record.ts'
import { qualificationRecords } from './qualification.ts'
import { registrationsOf } from './registration.ts'

const KINDS = {
  certificate: (d: Dossier) => certificatesOf(d).map((c) => c.id),
  registration: (d: Dossier) => registrationsOf(d).map((r) => r.id),
  qualification: (d: Dossier) => qualificationRecords(d).map((q) => q.id),
} as const

export const strikeRecord = defineVerb({
  name: 'strike-record',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['certificate.own-record'],
  run(document, { row, reason }, context, capacity) {
    const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((k) => KINDS[k](document as Dossier).includes(row))
    if (kind === undefined) return refused('verb.not-allowed')
    if (isOwn(document, context)) return refused('certificate.own-record')
    return applied(append(document, kind, row, { ...signed('struck', context, capacity), reason } as ReturnType<typeof signed>))
  },
})
