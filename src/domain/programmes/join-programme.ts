// 进入培养计划: someone is in a programme of the district's documents, from a day on. The district takes people in; the school where the
// programme is its own to run (青蓝工程).

import { z } from 'zod/mini'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { dayArg, emptyLineArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { isInOn, membershipsOf, type MembershipFact } from './membership.ts'
import { programmeNamed } from './programmes.ts'

export const joinProgramme = defineVerb({
  name: 'join-programme',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer'],
  args: z.strictObject({
    programme: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/)),
    from: dayArg,
    until: z.nullable(dayArg),
    place: emptyLineArg(60),
  }),
  codes: ['programme.unknown', 'programme.other-desk', 'programme.end-before-start', 'programme.already-in', 'programme.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('programme.own-record')
    const programme = programmeNamed(context.reference.policy, args.programme)
    if (programme === null) return refused('programme.unknown', 'programme')
    if (capacity === 'officer' && programme.by !== 'school') return refused('programme.other-desk')
    if (args.until !== null && args.until < args.from) return refused('programme.end-before-start', 'until')
    if (membershipsOf(document as Dossier).some((m) => m.programme === args.programme && isInOn(m, args.from)))
      return refused('programme.already-in', 'programme')
    const fact: MembershipFact = { ...signed('joined', context, capacity), ...args }
    return applied(append(document, 'programme', context.op as string as RowId, fact))
  },
})
