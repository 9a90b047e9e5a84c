// 答复异议: the school (or the district in its place) keeps the balance, gives the right amounts, or takes it away (`amount` null: keep;
// 'none': reverse), with a reason. After a second objection only the district answers, and that answer is the last.

import { z } from 'zod/mini'
import type { Document } from '../document.ts'
import type { Dossier, Step } from '../dossier.ts'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { objectionsOf, openingsOf, type ObjectionFact, type OpeningFact } from './history.ts'
import { amountArgs, amountFrom, saysNothing } from './opening-args.ts'
import { implausible } from './plausible.ts'

export const answerObjection = defineVerb({
  name: 'answer-objection',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ row: rowArg, amount: z.nullable(z.union([z.literal('none'), z.strictObject(amountArgs)])), reason: reasonArg }),
  codes: [
    'history.own',
    'history.objection-answered',
    'history.other-desk',
    'history.says-nothing',
    'history.too-many-hours',
    'history.no-balance',
  ],
  run(document, args, context, capacity) {
    const objection = objectionsOf(document).find((o) => o.id === args.row)
    if (objection === undefined) return refused('verb.not-allowed')
    if (document.subject.id === context.actor.id) return refused('history.own')
    if (objection.waitsFor === null) return refused('history.objection-answered')
    if (objection.waitsFor === 'district' && capacity !== 'district-officer') return refused('history.other-desk')
    const step: Step = capacity === 'district-officer' ? 'district' : 'school'
    const { amount, reason } = args
    let after: Document = document
    if (amount !== null) {
      const opening = openingsOf(document).find((o) => o.id === objection.opening)
      if (opening === undefined) return refused('history.no-balance', 'amount')
      if (amount === 'none') {
        const fact: OpeningFact = { ...signed('reversed', context, capacity), reason }
        after = append(after, 'opening', opening.id, fact)
      } else {
        const given = amountFrom(amount)
        if (saysNothing(given)) return refused('history.says-nothing', 'amount')
        if (implausible(document as Dossier, context.reference.policy, opening, given.hours, context.today) === 'history.too-many-hours')
          return refused('history.too-many-hours', 'amount')
        const fact: OpeningFact = { ...signed('corrected', context, capacity), objection: objection.id, ...given }
        after = append(after, 'opening', opening.id, fact)
      }
    }
    const fact: ObjectionFact = { ...signed('answered', context, capacity), step, changed: amount !== null, reason }
    return applied(append(after, 'objection', objection.id, fact))
  },
})
