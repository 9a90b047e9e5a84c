// 通过 / 认定: the one whose turn it is says yes, with the hours claimed or other ones.
// At the school it passes the claim on where the district decides (passed), else it recognises (accepted).
// A decision binds the content it saw; nobody decides on their own claim; the same yes twice changes nothing.

import { z } from 'zod/mini'
import { parseCredits, parseHours, type CreditTenths, type Tenths } from '../hours.ts'
import type { HoursFact } from '../dossier.ts'
import { decide } from './decision.ts'
import { creditsArg, hoursArg, noteArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, signed } from './verb.ts'

export const acceptClaim = defineVerb({
  name: 'accept-claim',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, hours: hoursArg, credits: creditsArg, note: noteArg }),
  codes: ['claim.own-decision', 'claim.not-waiting', 'claim.other-desk'],
  run(document, args, context, capacity) {
    const hours = parseHours(args.hours) as Tenths
    const credits = args.credits === null ? null : (parseCredits(args.credits) as CreditTenths)
    const { note } = args
    const turn = decide(document, args.row, context, capacity, (d) => d.what !== 'returned' && d.hours === hours && d.credits === credits)
    if (turn.is !== 'decides') return turn
    const fact: HoursFact = turn.final
      ? { ...signed('accepted', context, capacity), step: turn.step, hours, credits, note }
      : { ...signed('passed', context, capacity), hours, credits, note }
    return applied(append(document, 'hours', args.row, fact))
  },
})
