// 退回: the one whose turn it is sends a claim back with a reason, so that the teacher can mend it.
// A claim returned by the school or by the district starts again at the school once it is amended.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import { decide } from './decision.ts'
import { proposed } from './propose.ts'
import { reasonArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, signed } from './verb.ts'

export const returnClaim = defineVerb({
  name: 'return-claim',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['claim.own-decision', 'claim.not-waiting', 'claim.other-desk', 'decision.moved-on'],
  propose(document, args, context, capacity) {
    const turn = decide(document, args.row, context, capacity, (d) => d.what === 'returned')
    return proposed(document, args.row, context, capacity, turn, { act: 'return', reason: args.reason })
  },
  run(document, args, context, capacity) {
    const turn = decide(document, args.row, context, capacity, (d) => d.what === 'returned')
    if (turn.is !== 'decides') return turn
    const fact: HoursFact = { ...signed('returned', context, capacity), step: turn.step, reason: args.reason }
    return applied(append(document, 'hours', args.row, fact))
  },
})
