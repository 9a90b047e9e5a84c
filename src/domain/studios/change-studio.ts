// 工作室变更: another host, members, name or term, with the reason; what it was stays in the row.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { STUDIO_CODES, studioArgs, studioProblem } from './studio-args.ts'
import { studioOf, type StudioChanges, type StudioFact, type StudioRow } from './studio.ts'

export const changeStudio = defineVerb({
  name: 'change-studio',
  version: 1,
  subject: ['school', 'district'],
  who: ['district-officer', 'school-officer', 'principal'],
  args: z.strictObject({ row: rowArg, changes: z.partial(z.strictObject(studioArgs)), reason: reasonArg }),
  codes: [...STUDIO_CODES],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const studio = row === undefined || row.kind !== 'studio' ? null : studioOf(row as StudioRow, document.subject)
    if (studio === null) return refused('verb.not-allowed')
    const now = studio as unknown as Record<string, unknown>
    const changes = Object.fromEntries(
      Object.entries(args.changes).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(now[key])),
    ) as StudioChanges
    if (Object.keys(changes).length === 0) return { is: 'noop' }
    const problem = studioProblem({ ...studio, ...changes })
    if (problem !== null) return refused(problem)
    const fact: StudioFact = { ...signed('changed', context, capacity), changes, reason: args.reason }
    return applied(append(document, 'studio', args.row, fact))
  },
})
