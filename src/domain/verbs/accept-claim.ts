// 通过 / 认定: the one whose turn it is says yes, with the hours claimed or other ones.
// At the school it passes the claim on where the district decides (passed), else it recognises (accepted).
// A decision binds the content it saw; nobody decides on their own claim; the same yes twice changes nothing.

import { z } from 'zod/mini'
import { parseCredits, parseHours, type CreditTenths, type Tenths } from '../hours.ts'
import type { HoursFact } from '../dossier.ts'
import type { DecisionFact } from '../entry.ts'
import { decide } from './decision.ts'
import { proposed } from './propose.ts'
import { creditsArg, hoursArg, noteArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, signed } from './verb.ts'

interface Said {
  readonly hours: Tenths
  readonly credits: CreditTenths | null
  readonly note: string
}

const saidIn = (args: { readonly hours: string; readonly credits: string | null; readonly note: string }): Said => ({
  hours: parseHours(args.hours) as Tenths,
  credits: args.credits === null ? null : (parseCredits(args.credits) as CreditTenths),
  note: args.note,
})
const alikeTo =
  ({ hours, credits }: Omit<Said, 'note'>) =>
  (d: DecisionFact): boolean =>
    d.what !== 'returned' && d.hours === hours && d.credits === credits

export const acceptClaim = defineVerb({
  name: 'accept-claim',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, hours: hoursArg, credits: creditsArg, note: noteArg }),
  codes: ['claim.own-decision', 'claim.not-waiting', 'claim.other-desk', 'decision.moved-on'],
  propose(document, args, context, capacity) {
    const said = saidIn(args)
    return proposed(document, args.row, context, capacity, decide(document, args.row, context, capacity, alikeTo(said)), {
      act: 'accept',
      ...said,
    })
  },
  run(document, args, context, capacity) {
    const { hours, credits, note } = saidIn(args)
    const turn = decide(document, args.row, context, capacity, alikeTo({ hours, credits }))
    if (turn.is !== 'decides') return turn
    const fact: HoursFact = turn.final
      ? { ...signed('accepted', context, capacity), step: turn.step, hours, credits, note }
      : { ...signed('passed', context, capacity), hours, credits, note }
    return applied(append(document, 'hours', args.row, fact))
  },
})
