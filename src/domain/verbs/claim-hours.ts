// 登记学时: a teacher records a training they attended; it waits for the school (or whoever stands in for it).
// Refused only where it makes no sense at all; everything doubtful is a flag for the reviewer.

import { z } from 'zod/mini'
import { evidenceArg, noteArg, trainingArgs, trainingFrom } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'
import { levelRule } from '../policy/level-rule.ts'
import type { RowId } from '../ids.ts'
import type { HoursFact } from '../dossier.ts'

export const claimHours = defineVerb({
  name: 'claim-hours',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({ ...trainingArgs, evidence: evidenceArg, lateReason: z.nullable(noteArg), replaces: z.nullable(z.string()) }),
  codes: ['claim.end-before-start', 'claim.unknown-level'],
  run(document, args, context, capacity) {
    if (args.last < args.first) return refused('claim.end-before-start', 'last')
    if (levelRule(context.reference.policy, args.level) === null) return refused('claim.unknown-level', 'level')
    const fact: HoursFact = {
      ...signed('claimed', context, capacity),
      ...trainingFrom(args),
      evidence: args.evidence,
      lateReason: args.lateReason,
    }
    return applied(append(document, 'hours', context.op as string as RowId, fact))
  },
})
