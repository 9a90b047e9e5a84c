// 代录: an officer records a training from paper for someone, having seen the original, and decides on it in the same act:
// the school's officer passes it on or recognises it, the district's recognises it. Never for oneself.
// Where policy lets only the district decide, a school's record waits for the district.

import { z } from 'zod/mini'
import type { Document } from '../document.ts'
import type { HoursFact } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { levelRule } from '../policy/level-rule.ts'
import { isFinal, sitsAt, stepOf } from './decision.ts'
import { evidenceArg, noteArg, trainingArgs, trainingFrom } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const recordFor = defineVerb({
  name: 'record-for',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer'],
  args: z.strictObject({ ...trainingArgs, evidence: evidenceArg, lateReason: z.nullable(noteArg), originalSeen: z.literal(true) }),
  codes: ['claim.own-decision', 'claim.end-before-start', 'claim.unknown-level'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('claim.own-decision')
    if (args.last < args.first) return refused('claim.end-before-start', 'last')
    if (levelRule(context.reference.policy, args.level) === null) return refused('claim.unknown-level', 'level')
    const training = trainingFrom(args)
    const row = context.op as string as RowId
    const add = (to: Document, fact: HoursFact): Document => append(to, 'hours', row, fact)
    const fact: HoursFact = { ...signed('recorded', context, capacity), ...training, evidence: args.evidence, lateReason: args.lateReason }
    const recorded = add(document, fact)
    const step = stepOf({ training, facts: [fact], state: 'pending-school' }, context)
    if (!sitsAt(step, capacity)) return applied(recorded)
    const { hours, credits } = training
    return applied(
      isFinal({ training, facts: [fact] }, context, capacity)
        ? add(recorded, { ...signed('accepted', context, capacity), step, hours, credits, note: '' })
        : add(recorded, { ...signed('passed', context, capacity), hours, credits, note: '' }),
    )
  },
})
