// 结对: a mentor for a teacher, for a time. Done on the mentee's dossier, and with the pair's row on the mentor's. Nobody is their own mentor.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { personArg } from '../verbs/school-args.ts'
import { dayArg, lineArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { pairGoesOn, pairsOf, type PairFact } from './pair.ts'

export const beginMentoring = defineVerb({
  name: 'begin-mentoring',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({
    side: z.enum(['mentee', 'mentor']),
    other: personArg,
    otherName: lineArg(40),
    pair: z.nullable(rowArg),
    programme: z.nullable(lineArg(60)),
    subject: z.nullable(lineArg(30)),
    from: dayArg,
    until: z.nullable(dayArg),
  }),
  codes: [
    'mentoring.oneself',
    'mentoring.end-before-start',
    'mentoring.already-paired',
    'mentoring.unknown-person',
    'mentoring.no-pair',
    'mentoring.own-record',
  ],
  names: (args) => [args.other],
  run(document, args, context, capacity) {
    if (args.other === document.subject.id) return refused('mentoring.oneself', 'other')
    if ((args.side === 'mentor') !== (args.pair !== null)) return refused('mentoring.no-pair')
    // Being somebody's mentor is what titles are judged by: on either dossier somebody else enters it.
    if ((args.side === 'mentor' ? document.subject.id : args.other) === context.actor.id) return refused('mentoring.own-record')
    if (args.until !== null && args.until < args.from) return refused('mentoring.end-before-start', 'until')
    if (context.knows?.(args.other) === false) return refused('mentoring.unknown-person', 'other')
    if (pairsOf(document as Dossier).some((p) => p.side === args.side && p.other === args.other && pairGoesOn(p, args.from)))
      return refused('mentoring.already-paired', 'other')
    const fact: PairFact = { ...signed('began', context, capacity), ...args }
    return applied(append(document, 'mentoring', context.op as string as RowId, fact))
  },
})
