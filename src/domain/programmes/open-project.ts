// 发布项目名额: a project with its places, who may propose how many, and which schools come first; in the district's file.

import { z } from 'zod/mini'
import type { RowId } from '../ids.ts'
import { append, applied, defineVerb, refused, signed } from '../verbs/verb.ts'
import { programmeNamed } from './programmes.ts'
import { PROJECT_CODES, projectArgs, projectProblem } from './project-args.ts'
import type { ProjectFact } from './project.ts'

export const openProject = defineVerb({
  name: 'open-project',
  version: 1,
  subject: ['district'],
  who: ['district-officer'],
  args: z.strictObject(projectArgs),
  codes: [...PROJECT_CODES],
  run(document, args, context, capacity) {
    const problem = projectProblem(args, (id) => programmeNamed(context.reference.policy, id) !== null)
    if (problem !== null) return refused(problem)
    const fact: ProjectFact = { ...signed('opened', context, capacity), ...args }
    return applied(append(document, 'project', context.op as string as RowId, fact))
  },
})
