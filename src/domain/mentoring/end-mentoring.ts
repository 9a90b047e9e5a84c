// 结束结对: the last day and why, on either dossier; whoever ends one side ends the other in the same act.
// Not the mentor: until when somebody was one is what titles are judged by, as is since when.

import { z } from 'zod/mini'
import { dayArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { PAIR_ENDS, pairOf, type PairFact, type PairRow } from './pair.ts'

export const endMentoring = defineVerb({
  name: 'end-mentoring',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, to: dayArg, reason: z.enum(PAIR_ENDS) }),
  codes: ['mentoring.end-before-start', 'mentoring.own-record'],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const pair = row === undefined || row.kind !== 'mentoring' ? null : pairOf(row as PairRow)
    if (pair === null) return refused('verb.not-allowed')
    if ((pair.side === 'mentor' ? document.subject.id : pair.other) === context.actor.id) return refused('mentoring.own-record')
    if (args.to < pair.from) return refused('mentoring.end-before-start', 'to')
    if (pair.ended?.to === args.to && pair.ended.reason === args.reason) return { is: 'noop' }
    const fact: PairFact = { ...signed('ended', context, capacity), to: args.to, reason: args.reason }
    return applied(append(document, 'mentoring', args.row, fact))
  },
})
