// 核对历史学时 · 有异议: the teacher says which balance is wrong, or that something is missing, and what it should be. The school answers;
// a teacher who still disagrees asks once more (`again`), and then the district answers.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { objectionsOf, openingsOf, type ObjectionFact } from './history.ts'

export const objectHistory = defineVerb({
  name: 'object-history',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({ opening: z.nullable(rowArg), again: z.nullable(rowArg), reason: reasonArg }),
  codes: ['history.already-objected', 'history.answered-last'],
  run(document, args, context, capacity) {
    const objections = objectionsOf(document)
    if (args.again !== null) {
      const before = objections.find((o) => o.id === args.again)
      if (before === undefined) return refused('verb.not-allowed')
      if (before.waitsFor !== null) return refused('history.already-objected')
      if (before.answer?.step === 'district') return refused('history.answered-last')
      const fact: ObjectionFact = { ...signed('objected-again', context, capacity), reason: args.reason }
      return applied(append(document, 'objection', args.again, fact))
    }
    if (args.opening !== null && !openingsOf(document).some((o) => o.id === args.opening)) return refused('verb.not-allowed')
    const about = objections.filter((o) => o.opening === args.opening)
    if (about.some((o) => o.waitsFor !== null)) return refused('history.already-objected')
    if (args.opening !== null && about.some((o) => o.answer?.step === 'district')) return refused('history.answered-last')
    const fact: ObjectionFact = { ...signed('objected', context, capacity), opening: args.opening, reason: args.reason }
    return applied(append(document, 'objection', context.op as string as RowId, fact))
  },
})
