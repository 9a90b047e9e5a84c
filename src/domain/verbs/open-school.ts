// 建校: opens a school's file with its place in the tree: under a 中心校 or main school, or right under the district.
// A file is opened once, and again after it was closed; the tree never loops.

import { z } from 'zod/mini'
import type { Row } from '../document.ts'
import type { RowId } from '../ids.ts'
import { schoolInfoOf } from '../reference-from.ts'
import type { PlaceFact } from '../school-file.ts'
import { placeArgs, parentProblem } from './place-args.ts'
import { dayArg } from './training-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const openSchool = defineVerb({
  name: 'open-school',
  version: 1,
  subject: ['school'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({ ...placeArgs, from: dayArg }),
  codes: ['school.already-open', 'school.unknown-parent', 'school.loop'],
  run(document, args, context, capacity) {
    const known = schoolInfoOf(document)
    if (known !== null && known.closedOn === undefined) return refused('school.already-open')
    const problem = parentProblem(document, args.parent, context.reference)
    if (problem !== null) return refused(problem, 'parent')
    const fact: PlaceFact = { ...signed('opened', context, capacity), ...args }
    const closed = [...document.rows.values()].find((r: Row) => r.kind === 'place')
    return applied(append(document, 'place', closed?.id ?? (context.op as string as RowId), fact))
  },
})
