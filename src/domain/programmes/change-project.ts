// 项目名额变更: what changes, with the reason; what it was stays in the row. A closed project stays as it is.

import { z } from 'zod/mini'
import { reasonArg, rowArg } from '../verbs/training-args.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { programmeNamed } from './programmes.ts'
import { PROJECT_CODES, projectArgs, projectProblem } from './project-args.ts'
import { projectOf, type ProjectFact, type ProjectRow, type ProjectSaid } from './project.ts'

export const changeProject = defineVerb({
  name: 'change-project',
  version: 1,
  subject: ['district'],
  who: ['district-officer'],
  args: z.strictObject({ row: rowArg, changes: z.partial(z.strictObject(projectArgs)), reason: reasonArg }),
  codes: [...PROJECT_CODES, 'project.closed'],
  run(document, args, context, capacity) {
    const row = document.rows.get(args.row)
    const project = row === undefined || row.kind !== 'project' ? null : projectOf(row as ProjectRow)
    if (project === null) return refused('verb.not-allowed')
    if (project.closed) return refused('project.closed')
    const now = project as unknown as Record<string, unknown>
    const changes = Object.fromEntries(
      Object.entries(args.changes).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(now[key])),
    ) as Partial<ProjectSaid>
    if (Object.keys(changes).length === 0) return { is: 'noop' }
    const problem = projectProblem({ ...project, ...changes }, (id) => programmeNamed(context.reference.policy, id) !== null)
    if (problem !== null) return refused(problem)
    const fact: ProjectFact = { ...signed('changed', context, capacity), changes, reason: args.reason }
    return applied(append(document, 'project', args.row, fact))
  },
})
