// 撤销暂停: strikes a pause that was recorded by mistake, with a reason. Never of one's own.

import { z } from 'zod/mini'
import type { Dossier, PauseFact } from '../dossier.ts'
import { pausesOf } from '../person.ts'
import { reasonArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const cancelPause = defineVerb({
  name: 'cancel-pause',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['pause.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('pause.own-record')
    if (document.rows.get(args.row)?.kind !== 'pause') return refused('verb.not-allowed')
    if (!pausesOf(document as Dossier).some((p) => p.id === args.row)) return { is: 'noop' }
    const fact: PauseFact = { ...signed('cancelled', context, capacity), reason: args.reason }
    return applied(append(document, 'pause', args.row, fact))
  },
})
