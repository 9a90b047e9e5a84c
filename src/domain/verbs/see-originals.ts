// 已验原件: an officer held the originals of these entries in hand, many of one person at once. It decides nothing and opens nothing:
// hours stay as they are. Never for oneself. What was seen already, or recorded from paper, is not said twice.

import { z } from 'zod/mini'
import type { Document } from '../document.ts'
import type { HoursFact } from '../dossier.ts'
import { entryAt } from './decision.ts'
import { noteArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const seeOriginals = defineVerb({
  name: 'see-originals',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'principal'],
  args: z.strictObject({ rows: z.array(rowArg).check(z.minLength(1), z.maxLength(500)), note: noteArg }),
  codes: ['claim.own-decision', 'entry.withdrawn'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('claim.own-decision')
    let after: Document = document
    for (const row of args.rows) {
      const entry = entryAt(after, row)
      if (entry === null) return refused('verb.not-allowed')
      if (entry.state === 'withdrawn') return refused('entry.withdrawn')
      if (entry.original !== null) continue
      const fact: HoursFact = { ...signed('originals-seen', context, capacity), note: args.note }
      after = append(after, 'hours', row, fact)
    }
    return after === document ? { is: 'noop' } : applied(after)
  },
})
