// 工作室关闭: its last day and why. It stays on record, with everybody who belonged to it.

import { z } from 'zod/mini'
import { dayArg, reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { studioOf, type StudioFact, type StudioRow } from './studio.ts'

export const closeStudio = defineVerb({
  name: 'close-studio',
  version: 1,
  subject: ['school', 'district'],
  who: ['district-officer', 'school-officer', 'principal'],
  args: z.strictObject({ row: rowArg, to: dayArg, reason: reasonArg }),
  codes: ['studio.end-before-start'],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const studio = row === undefined || row.kind !== 'studio' ? null : studioOf(row as StudioRow, document.subject)
    if (studio === null) return refused('verb.not-allowed')
    if (args.to < studio.from) return refused('studio.end-before-start', 'to')
    if (studio.closed?.to === args.to) return { is: 'noop' }
    const fact: StudioFact = { ...signed('closed', context, capacity), to: args.to, reason: args.reason }
    return applied(append(document, 'studio', args.row, fact))
  },
})
