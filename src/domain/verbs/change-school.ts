// 学校信息变更: a new name, code, kind or place in the tree. What it was called stays in the row.

import { z } from 'zod/mini'
import type { Row } from '../document.ts'
import { schoolInfoOf } from '../reference-from.ts'
import type { PlaceFact, SchoolFacts } from '../school-file.ts'
import { parentProblem, placeArgs } from './place-args.ts'
import { append, applied, defineVerb, refused, signed } from './verb.ts'

export const changeSchool = defineVerb({
  name: 'change-school',
  version: 1,
  subject: ['school'],
  who: ['district-officer', 'admin'],
  args: z.strictObject({ changes: z.partial(z.strictObject(placeArgs)) }),
  codes: ['school.unknown-parent', 'school.loop'],
  run(document, args, context, capacity) {
    const school = schoolInfoOf(document)
    const row = [...document.rows.values()].find((r: Row) => r.kind === 'place')
    if (school === null || row === undefined) return refused('verb.not-allowed')
    const now = school as unknown as Record<string, unknown>
    const changes: Partial<SchoolFacts> = Object.fromEntries(
      Object.entries(args.changes).filter(([key, value]) => value !== undefined && value !== now[key]),
    )
    if (Object.keys(changes).length === 0) return { is: 'noop' }
    const problem = parentProblem(document, changes.parent ?? null, context.reference)
    if (problem !== null) return refused(problem, 'parent')
    const fact: PlaceFact = { ...signed('changed', context, capacity), changes }
    return applied(append(document, 'place', row.id, fact))
  },
})
