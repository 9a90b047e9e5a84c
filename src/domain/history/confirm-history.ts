// 核对历史学时 · 无误: the teacher says that the balances as they stand are right and complete; for someone without a phone an officer
// does, having seen the original (原件已核). It binds exactly what was seen; whatever is recorded or corrected later asks again.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { historyFields, historyOf, seenOf, type ConfirmationFact } from './history.ts'

export const confirmHistory = defineVerb({
  name: 'confirm-history',
  version: 1,
  subject: ['teacher'],
  who: ['own', 'school-officer', 'district-officer'],
  args: z.strictObject({ seen: z.string().check(z.minLength(1), z.maxLength(64)), originalSeen: z.boolean() }),
  codes: ['history.changed-since-seen', 'history.objection-open', 'history.original-not-seen', 'history.own'],
  run(document, args, context, capacity) {
    const state = historyOf(document)
    if (args.seen !== context.hash(historyFields(state.openings))) return refused('history.changed-since-seen')
    if (state.objections.some((o) => o.waitsFor !== null)) return refused('history.objection-open')
    if (state.confirmed) return { is: 'noop' }
    if (capacity !== 'teacher' && document.subject.id === context.actor.id) return refused('history.own')
    if (capacity !== 'teacher' && !args.originalSeen) return refused('history.original-not-seen', 'originalSeen')
    const fact: ConfirmationFact = {
      ...signed('confirmed', context, capacity),
      seen: seenOf(state.openings),
      originalSeen: args.originalSeen,
    }
    return applied(append(document, 'history-confirmed', context.op as string as RowId, fact))
  },
})
