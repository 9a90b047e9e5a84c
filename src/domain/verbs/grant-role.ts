// 任命: gives someone a role at a school or at the district from a day on; with a last day it is lent (临时代管).
// Roles are rows with days, never flags, so that who decided when stays explainable after a handover.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { DISTRICT_ROLES, SCHOOL_ROLES, type RoleFact } from '../school-file.ts'
import { rolesOf } from '../reference-from.ts'
import { mayGive, roleFits } from './role-rules.ts'
import { personArg } from './school-args.ts'
import { dayArg, lineArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const grantRole = defineVerb({
  name: 'grant-role',
  version: 1,
  subject: ['school', 'district'],
  who: ['admin', 'district-officer', 'principal'],
  args: z.strictObject({
    person: personArg,
    personName: lineArg(40),
    role: z.enum([...SCHOOL_ROLES, ...DISTRICT_ROLES]),
    from: dayArg,
    to: z.nullable(dayArg),
  }),
  codes: ['role.wrong-place', 'role.end-before-start'],
  run(document, args, context, capacity) {
    const { person, role, from, to } = args
    if (!mayGive(role, capacity)) return refused('verb.not-allowed')
    if (!roleFits(role, document.subject.kind)) return refused('role.wrong-place', 'role')
    if (to !== null && to < from) return refused('role.end-before-start', 'to')
    const covered = rolesOf(document).some(
      (r) => r.person === person && r.role === role && r.from <= from && (r.to === null || (to !== null && to <= r.to)),
    )
    if (covered) return { is: 'noop' }
    const fact: RoleFact = { ...signed('granted', context, capacity), person, personName: args.personName, role, from, to }
    return applied(append(document, 'role', context.op as string as RowId, fact))
  },
})
