// 不授予 / 撤回推荐: a nomination that waits comes to nothing, with the reason. The district declines, the school takes its own back.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { titleRowAt } from './title-row-at.ts'
import { nominationOf, type TitleFact } from './title.ts'

export const declineTitle = defineVerb({
  name: 'decline-title',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer', 'principal'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: ['title.not-waiting'],
  run(document, args, context, capacity) {
    const row = titleRowAt(document, args.row)
    if (row === null) return refused('verb.not-allowed')
    const nomination = nominationOf(row)
    if (nomination === null) return refused('title.not-waiting')
    if (nomination.declined !== null) return { is: 'noop' }
    const fact: TitleFact = { ...signed('declined', context, capacity), reason: args.reason }
    return applied(append(document, 'title', args.row, fact))
  },
})
