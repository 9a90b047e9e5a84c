// 答复更正: the one who recognised the entry, or the district, keeps its hours (null) or gives the right ones, with a reason.
// Hours given to a reversed entry recognise it again. To take hours away altogether is reverse-entry.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import { parseHours } from '../hours.ts'
import type { OpId } from '../ids.ts'
import { entryAt, seenAs } from './decision.ts'
import { mayReview } from './review.ts'
import { hoursArg, reasonArg, rowArg, uuidArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const answerCorrection = defineVerb({
  name: 'answer-correction',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, request: uuidArg, hours: z.nullable(hoursArg), reason: reasonArg }),
  codes: ['claim.own-decision', 'claim.other-desk', 'correction.not-open'],
  run(document, args, context, capacity) {
    const entry = entryAt(document, args.row)
    if (entry === null) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('claim.own-decision')
    const hours = args.hours === null ? null : parseHours(args.hours)
    if (entry.openRequest?.op !== args.request) {
      const answered = entry.facts.some((f) => f.what === 'correction-answered' && f.request === args.request && f.hours === hours)
      return answered ? { is: 'noop' } : refused('correction.not-open')
    }
    if (!seenAs(entry, context)) return { is: 'stale', row: args.row }
    if (!mayReview(entry, capacity)) return refused('claim.other-desk')
    const fact: HoursFact = { ...signed('correction-answered', context, capacity), request: args.request as OpId, hours, reason: args.reason }
    return applied(append(document, 'hours', args.row, fact))
  },
})
