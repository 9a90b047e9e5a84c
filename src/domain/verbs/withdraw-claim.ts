// 撤回: a teacher takes back an entry that nobody has recognised yet. What is recognised is changed by 申请更正.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import { isPending, isReturned } from '../entry.ts'
import { entryAt } from './decision.ts'
import { rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const withdrawClaim = defineVerb({
  name: 'withdraw-claim',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({ row: rowArg }),
  codes: ['claim.already-recognised'],
  run(document, args, context, capacity) {
    const entry = entryAt(document, args.row)
    if (entry === null) return refused('verb.not-allowed')
    if (entry.state === 'withdrawn') return { is: 'noop' }
    if (!isPending(entry.state) && !isReturned(entry.state)) return refused('claim.already-recognised')
    const fact: HoursFact = signed('withdrawn', context, capacity)
    return applied(append(document, 'hours', args.row, fact))
  },
})
