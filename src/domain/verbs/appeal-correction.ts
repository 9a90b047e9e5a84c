// 请区里再看: a teacher who does not agree with the school's answer asks the district, once. The district's answer closes it.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import { entryAt } from './decision.ts'
import { appealable } from './review.ts'
import { reasonArg, rowArg, uuidArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const appealCorrection = defineVerb({
  name: 'appeal-correction',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({ row: rowArg, answer: uuidArg, reason: reasonArg }),
  codes: ['correction.already-open', 'correction.not-answered'],
  run(document, args, context, capacity) {
    const entry = entryAt(document, args.row)
    if (entry === null) return refused('verb.not-allowed')
    if (entry.openRequest !== null) return entry.openRequest.appeals === args.answer ? { is: 'noop' } : refused('correction.already-open')
    const answer = appealable(entry)
    if (answer?.op !== args.answer) return refused('correction.not-answered')
    const fact: HoursFact = { ...signed('correction-requested', context, capacity), reason: args.reason, appeals: answer.op }
    return applied(append(document, 'hours', args.row, fact))
  },
})
