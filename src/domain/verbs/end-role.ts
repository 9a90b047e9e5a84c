// 卸任: the last day of a role. The day before its first strikes a role given by mistake, from the first moment on.
// A district always keeps an administrator without a last day: otherwise nobody could ever name one again.

import { z } from 'zod/mini'
import { addDays } from '../day.ts'
import { roleRowsOf } from '../reference-from.ts'
import type { RoleFact } from '../school-file.ts'
import { mayGive } from './role-rules.ts'
import { dayArg, rowArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const endRole = defineVerb({
  name: 'end-role',
  version: 1,
  subject: ['school', 'district'],
  who: ['admin', 'district-officer', 'principal'],
  args: z.strictObject({ row: rowArg, to: dayArg }),
  codes: ['role.end-before-start', 'role.last-admin'],
  run(document, args, context, capacity) {
    const roles = roleRowsOf(document)
    const role = roles.find((r) => r.row === args.row)
    if (role === undefined || !mayGive(role.role, capacity)) return refused('verb.not-allowed')
    if (args.to < addDays(role.from, -1)) return refused('role.end-before-start', 'to')
    if (role.to === args.to) return { is: 'noop' }
    const stays = roles.some((r) => r.row !== role.row && r.role === 'admin' && r.to === null && r.from <= context.today)
    if (role.role === 'admin' && !stays) return refused('role.last-admin')
    const fact: RoleFact = { ...signed('ended', context, capacity), to: args.to }
    return applied(append(document, 'role', args.row, fact))
  },
})
