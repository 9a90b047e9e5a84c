// 离开培养计划: the last day and why: finished, left before, or entered by mistake.

import { z } from 'zod/mini'
import { dayArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { LEAVING, membershipOf, type MembershipFact, type MembershipRow } from './membership.ts'
import { programmeNamed } from './programmes.ts'

export const leaveProgramme = defineVerb({
  name: 'leave-programme',
  version: 1,
  subject: ['teacher'],
  who: ['district-officer', 'school-officer'],
  args: z.strictObject({ row: rowArg, to: dayArg, reason: z.enum(LEAVING) }),
  codes: ['programme.end-before-start', 'programme.other-desk', 'programme.own-record'],
  run(document, args, context, capacity) {
    if (document.subject.id === context.actor.id) return refused('programme.own-record')
    const row = document.rows.get(args.row)
    const membership = row === undefined || row.kind !== 'programme' ? null : membershipOf(row as MembershipRow)
    if (membership === null) return refused('verb.not-allowed')
    if (capacity === 'officer' && programmeNamed(context.reference.policy, membership.programme)?.by !== 'school')
      return refused('programme.other-desk')
    if (args.to < membership.from) return refused('programme.end-before-start', 'to')
    if (membership.left?.to === args.to && membership.left.reason === args.reason) return { is: 'noop' }
    const fact: MembershipFact = { ...signed('left', context, capacity), to: args.to, reason: args.reason }
    return applied(append(document, 'programme', args.row, fact))
  },
})
