// 冲销期初学时: a balance is taken away again, with a reason; the row stays. What was confirmed before has to be confirmed anew.

import { z } from 'zod/mini'
import { rowArg, reasonArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { allOpenings, type OpeningFact } from './history.ts'

export const reverseOpening = defineVerb({
  name: 'reverse-opening',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['history.own'],
  run(document, args, context, capacity) {
    const opening = allOpenings(document).find((o) => o.id === args.row)
    if (opening === undefined) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('history.own')
    if (opening.reversed !== null) return { is: 'noop' }
    const fact: OpeningFact = { ...signed('reversed', context, capacity), reason: args.reason }
    return applied(append(document, 'opening', args.row, fact))
  },
})
