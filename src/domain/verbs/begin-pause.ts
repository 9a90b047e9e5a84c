// 暂停: maternity or sick leave, study, aid posts … Its days may be unknown when a list names none (待核实); never guessed.
// Never of one's own: it bears on what one is asked for, so somebody else records it.

import { z } from 'zod/mini'
import { PAUSE_KINDS, type Dossier, type PauseFact } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { pausesOf } from '../person.ts'
import { dayArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const beginPause = defineVerb({
  name: 'begin-pause',
  version: 1,
  subject: ['teacher'],
  who: ['school-officer', 'district-officer', 'admin'],
  args: z.strictObject({ kind: z.enum(PAUSE_KINDS), from: z.nullable(dayArg), until: z.nullable(dayArg) }),
  codes: ['pause.end-before-start', 'pause.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('pause.own-record')
    const { kind, from, until } = args
    if (from !== null && until !== null && until < from) return refused('pause.end-before-start', 'until')
    if (pausesOf(document as Dossier).some((p) => p.kind === kind && p.from === from && p.to === until)) return { is: 'noop' }
    const fact: PauseFact = { ...signed('began', context, capacity), pause: kind, from, until }
    return applied(append(document, 'pause', context.op as string as RowId, fact))
  },
})
