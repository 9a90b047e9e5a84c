// 撤销审核: the person who decided takes it back within 24 hours, as long as nothing followed it.
// The decision stays in the row and stops counting; the claim waits again where it waited before.

import { z } from 'zod/mini'
import { dayNumber, type Day } from '../day.ts'
import type { HoursFact } from '../dossier.ts'
import { isDecision, standing } from '../entry.ts'
import type { OpId } from '../ids.ts'
import { entryAt } from './decision.ts'
import { rowArg, uuidArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

const MINUTES_A_DAY = 24 * 60
const minutes = (day: Day, minute: string): number =>
  dayNumber(day) * MINUTES_A_DAY + Number(minute.slice(0, 2)) * 60 + Number(minute.slice(3, 5))

export const revokeDecision = defineVerb({
  name: 'revoke-decision',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, decision: uuidArg }),
  codes: ['decision.other-person', 'decision.followed', 'decision.too-late'],
  run(document, args, context, capacity) {
    const entry = entryAt(document, args.row)
    const decision = entry?.facts.find((f) => f.op === args.decision && isDecision(f))
    if (entry === null || decision === undefined) return refused('verb.not-allowed')
    if (decision.by !== context.actor.id) return refused('decision.other-person')
    if (entry.facts.some((f) => f.what === 'revoked' && f.decision === decision.op)) return { is: 'noop' }
    const facts = standing(entry.facts)
    if (facts[facts.length - 1] !== decision) return refused('decision.followed')
    const age = minutes(context.today, context.minute) - minutes(decision.recordedOn, decision.recordedAt)
    if (age > MINUTES_A_DAY) return refused('decision.too-late')
    const fact: HoursFact = { ...signed('revoked', context, capacity), decision: args.decision as OpId }
    return applied(append(document, 'hours', args.row, fact))
  },
})
