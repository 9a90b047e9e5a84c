// 登记在校学生数: how many pupils a school has, as of a day. One row a school; a later count for a day replaces an earlier one.

import { z } from 'zod/mini'
import { rowsOfKind } from '../document.ts'
import type { RowId } from '../ids.ts'
import { dayArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, signed } from '../verbs/verb.ts'
import { pupilsOn, type PupilsFact, type PupilsRow } from './pupils.ts'

export const recordPupils = defineVerb({
  name: 'record-pupils',
  version: 1,
  subject: ['school'],
  who: ['school-officer', 'principal', 'district-officer', 'admin'],
  args: z.strictObject({ count: z.int().check(z.gte(0), z.lte(100_000)), asOf: dayArg }),
  codes: [],
  run(document, args, context, capacity) {
    const now = pupilsOn(document, args.asOf)
    if (now?.asOf === args.asOf && now.count === args.count) return { is: 'noop' }
    const row = rowsOfKind<PupilsRow>(document, 'pupils')[0]
    const fact: PupilsFact = { ...signed('counted', context, capacity), ...args }
    return applied(append(document, 'pupils', row?.id ?? (context.op as string as RowId), fact))
  },
})
