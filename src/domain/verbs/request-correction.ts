// 申请更正: a teacher says that a recognised, granted or reversed entry is not right, and why. It stays as it is until answered.
// Once the school has answered and the district too (appeal-correction), it is closed, unless something happens to the entry again.

import { z } from 'zod/mini'
import type { HoursFact } from '../dossier.ts'
import { entryAt } from './decision.ts'
import { closedBy } from './review.ts'
import { reasonArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const requestCorrection = defineVerb({
  name: 'request-correction',
  version: 1,
  subject: ['teacher'],
  who: ['own'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['correction.not-recognised', 'correction.already-open', 'correction.closed'],
  run(document, args, context, capacity) {
    const entry = entryAt(document, args.row)
    if (entry === null) return refused('verb.not-allowed')
    if (entry.state !== 'recognised' && entry.state !== 'reversed') return refused('correction.not-recognised')
    if (entry.openRequest !== null) return refused('correction.already-open')
    if (closedBy(entry) !== null) return refused('correction.closed')
    const fact: HoursFact = { ...signed('correction-requested', context, capacity), reason: args.reason }
    return applied(append(document, 'hours', args.row, fact))
  },
})
