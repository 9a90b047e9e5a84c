// 恢复: the last day of a pause, and its first day where that was not known. Never of one's own.

import { z } from 'zod/mini'
import type { Dossier, PauseFact } from '../dossier.ts'
import { pausesOf } from '../person.ts'
import { dayArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const endPause = defineVerb({
  name: 'end-pause',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({ row: rowArg, from: z.nullable(dayArg), to: dayArg }),
  codes: ['pause.end-before-start', 'pause.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('pause.own-record')
    const pause = pausesOf(document as Dossier).find((p) => p.id === args.row)
    if (pause === undefined) return refused('verb.not-allowed')
    const from = args.from ?? pause.from
    if (from !== null && args.to < from) return refused('pause.end-before-start', 'to')
    if (pause.from === from && pause.to === args.to) return { is: 'noop' }
    const fact: PauseFact = { ...signed('ended', context, capacity), from: args.from, to: args.to }
    return applied(append(document, 'pause', args.row, fact))
  },
})
