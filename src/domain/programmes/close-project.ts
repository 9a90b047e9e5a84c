// 结束项目提名: no more proposals are asked for; the project and everybody's places stay on record.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { projectOf, type ProjectFact, type ProjectRow } from './project.ts'

export const closeProject = defineVerb({
  name: 'close-project',
  version: 1,
  subject: ['district'],
  who: ['district-officer'],
  args: z.strictObject({ row: rowArg, reason: reasonArg }),
  codes: [],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const project = row === undefined || row.kind !== 'project' ? null : projectOf(row as ProjectRow)
    if (project === null) return refused('verb.not-allowed')
    if (project.closed) return { is: 'noop' }
    const fact: ProjectFact = { ...signed('closed', context, capacity), reason: args.reason }
    return applied(append(document, 'project', args.row, fact))
  },
})
