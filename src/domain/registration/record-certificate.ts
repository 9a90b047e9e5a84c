// 登记持证: which certificate, since when, till when where one is written. Never its whole number.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { dayArg, lineArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { CERTIFICATE_KINDS, certificatesOf, type CertificateFact } from './certificate.ts'
import { isOwn } from './own-record.ts'

export const recordCertificate = defineVerb({
  name: 'record-certificate',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({
    kind: z.enum(CERTIFICATE_KINDS),
    subject: z.nullable(lineArg(30)),
    heldSince: z.nullable(dayArg),
    until: z.nullable(dayArg),
    lastDigits: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
  }),
  codes: ['certificate.own-record', 'certificate.whole-number', 'certificate.end-before-start', 'certificate.in-future'],
  run(document, args, context, capacity) {
    if (isOwn(document, context)) return refused('certificate.own-record')
    const { kind, subject, heldSince, until, lastDigits } = args
    if (lastDigits !== null && !/^[0-9A-Za-z]{1,6}$/.test(lastDigits)) return refused('certificate.whole-number', 'lastDigits')
    if (heldSince !== null && heldSince > context.today) return refused('certificate.in-future', 'heldSince')
    if (heldSince !== null && until !== null && until < heldSince) return refused('certificate.end-before-start', 'until')
    const same = certificatesOf(document as Dossier).some(
      (c) => c.kind === kind && c.subject === subject && c.heldSince === heldSince && c.until === until && c.lastDigits === lastDigits,
    )
    if (same) return { is: 'noop' }
    const fact: CertificateFact = { ...signed('recorded', context, capacity), ...args }
    return applied(append(document, 'certificate', context.op as string as RowId, fact))
  },
})
