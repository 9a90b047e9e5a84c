// 答复更正: the one who recognised the entry, or the district, keeps its hours (null) or gives the right ones, with a reason.
// Hours given to a reversed entry recognise it again. To take hours away altogether is reverse-entry.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import type { Capacity, Document } from '../document.ts'
import { parseHours, type Tenths } from '../hours.ts'
import type { OpId, RowId } from '../ids.ts'
import { entryAt, seenAs } from './decision.ts'
import { proposed } from './propose.ts'
import { mayReview } from './review.ts'
import { hoursArg, reasonArg, rowArg, uuidArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed, type VerbContext } from './verb.ts'

export const answerCorrection = defineVerb({
  name: 'answer-correction',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, request: uuidArg, hours: z.nullable(hoursArg), reason: reasonArg }),
  codes: ['claim.own-decision', 'claim.other-desk', 'correction.not-open', 'decision.moved-on'],
  propose(document, args, context, capacity) {
    const said = saidIn(args)
    return proposed(document, args.row, context, capacity, mayAnswer(document, args.row, said, context, capacity), {
      act: 'answer',
      ...said,
    })
  },
  run(document, args, context, capacity) {
    const said = saidIn(args)
    const asked = mayAnswer(document, args.row, said, context, capacity)
    if (asked.is !== 'decides') return asked
    const fact: HoursFact = { ...signed('correction-answered', context, capacity), ...said }
    return applied(append(document, 'hours', args.row, fact))
  },
})

interface Said {
  readonly request: OpId
  readonly hours: Tenths | null
  readonly reason: string
}

const saidIn = (args: { readonly request: string; readonly hours: string | null; readonly reason: string }): Said => ({
  request: args.request as OpId,
  hours: args.hours === null ? null : parseHours(args.hours),
  reason: args.reason,
})

/** Whether the request is open, was seen as it is, and is this desk's to answer. */
function mayAnswer(document: Document, row: RowId, { request, hours }: Said, context: VerbContext, capacity: Capacity) {
  const entry = entryAt(document, row)
  if (entry === null) return refused('verb.not-allowed')
  if (document.subject.id === context.actor.id) return refused('claim.own-decision')
  if (entry.openRequest?.op !== request) {
    const answered = entry.facts.some((f) => f.what === 'correction-answered' && f.request === request && f.hours === hours)
    return answered ? { is: 'noop' as const } : refused('correction.not-open')
  }
  if (!seenAs(entry, context)) return { is: 'stale' as const, row }
  return mayReview(entry, capacity) ? { is: 'decides' as const } : refused('claim.other-desk')
}
