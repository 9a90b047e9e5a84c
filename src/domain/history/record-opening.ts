// 登记期初学时: a balance of past years, by an import or by an officer who saw the certificate. It counts once the teacher has
// confirmed it. The same balance twice changes nothing; nobody records their own.

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { levelRule } from '../policy/level-rule.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { openingsOf, type OpeningFact } from './history.ts'
import { amountFrom, openingArgs, saysNothing } from './opening-args.ts'
import { implausible } from './plausible.ts'

export const recordOpening = defineVerb({
  name: 'record-opening',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject(openingArgs),
  codes: [
    'history.own',
    'history.says-nothing',
    'history.differs',
    'claim.unknown-level',
    'history.end-before-start',
    'history.not-over',
    'history.before-work',
    'history.after-leaving',
    'history.too-many-hours',
  ],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('history.own')
    if (levelRule(context.reference.policy, args.level) === null) return refused('claim.unknown-level', 'level')
    const amount = amountFrom(args)
    if (saysNothing(amount)) return refused('history.says-nothing', 'hours')
    const no = implausible(document as Dossier, context.reference.policy, args, amount.hours, context.today)
    if (no !== null) return refused(no, no === 'history.too-many-hours' ? 'hours' : 'first')
    const { year, first, last, level, mode, source, words, batch } = args
    const same = openingsOf(document).find(
      (o) =>
        o.first === first &&
        o.last === last &&
        o.level === level &&
        o.mode === mode &&
        o.source === source &&
        (source === 'import' || o.words === words),
    )
    if (same !== undefined)
      return same.hours === amount.hours && same.credits === amount.credits ? { is: 'noop' } : refused('history.differs')
    const fact: OpeningFact = { ...signed('recorded', context, capacity), year, first, last, level, mode, ...amount, source, words, batch }
    return applied(append(document, 'opening', context.op as string as RowId, fact))
  },
})
