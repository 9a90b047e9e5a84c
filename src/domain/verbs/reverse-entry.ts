// 冲销: takes recognised hours away again, with a reason, by whoever recognised them or by the district. The row stays;
// the teacher sees why and may ask for a correction.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import { entryAt, seenAs } from './decision.ts'
import { mayReview } from './review.ts'
import { reasonArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const reverseEntry = defineVerb({
  name: 'reverse-entry',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['claim.own-decision', 'claim.other-desk', 'entry.not-recognised'],
  run(document, args, context, capacity) {
    const entry = entryAt(document, args.row)
    if (entry === null) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('claim.own-decision')
    if (entry.state === 'reversed') return { is: 'noop' }
    if (!seenAs(entry, context)) return { is: 'stale', row: args.row }
    if (entry.state !== 'recognised') return refused('entry.not-recognised')
    if (!mayReview(entry, capacity)) return refused('claim.other-desk')
    const fact: HoursFact = { ...signed('reversed', context, capacity), reason: args.reason }
    return applied(append(document, 'hours', args.row, fact))
  },
})
