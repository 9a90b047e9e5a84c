// 修改登记: a teacher rewrites their own claim while the school has not passed it on, or after it was returned.
// It carries the full training again and starts again at the school. What an officer recorded from paper is not amended.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import { isReturned } from '../entry.ts'
import { levelRule } from '../policy/level-rule.ts'
import { entryAt, seenAs } from './decision.ts'
import { evidenceArg, noteArg, rowArg, trainingArgs, trainingFrom } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const amendClaim = defineVerb({
  name: 'amend-claim',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({ row: rowArg, ...trainingArgs, evidence: evidenceArg, lateReason: z.nullable(noteArg) }),
  codes: ['claim.end-before-start', 'claim.unknown-level', 'claim.not-amendable'],
  run(document, args, context, capacity) {
    const entry = entryAt(document, args.row)
    if (entry === null) return refused('verb.not-allowed')
    if (entry.origin !== 'claimed') return refused('claim.not-amendable')
    if (entry.state !== 'pending-school' && !isReturned(entry.state)) return refused('claim.not-amendable')
    if (context.base !== null && !seenAs(entry, context)) return { is: 'stale', row: args.row }
    if (args.last < args.first) return refused('claim.end-before-start', 'last')
    if (levelRule(context.reference.policy, args.level) === null) return refused('claim.unknown-level', 'level')
    const fact: HoursFact = {
      ...signed('amended', context, capacity),
      ...trainingFrom(args),
      evidence: args.evidence,
      lateReason: args.lateReason,
    }
    return applied(append(document, 'hours', args.row, fact))
  },
})
