// Arguments saying what a project with places is, and what can be wrong with it. Shared by opening and changing.

import { z } from 'zod/mini'
import { schoolArg } from '../verbs/school-args.ts'
import { dayArg, lineArg } from '../verbs/training-args.ts'
import type { ProjectSaid } from './project.ts'

const count = z.int().check(z.gte(0), z.lte(10_000))
export const projectArgs = {
  title: lineArg(120),
  programme: z.nullable(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/))),
  from: dayArg,
  until: dayArg,
  places: count,
  quotas: z.array(z.strictObject({ school: schoolArg, places: count })).check(z.maxLength(1000)),
  first: z.array(schoolArg).check(z.maxLength(1000)),
}
export const PROJECT_CODES = [
  'project.end-before-start',
  'project.school-twice',
  'project.quotas-over-places',
  'project.unknown-programme',
] as const

export function projectProblem(p: ProjectSaid, knows: (programme: string) => boolean): (typeof PROJECT_CODES)[number] | null {
  if (p.until < p.from) return 'project.end-before-start'
  if (new Set(p.quotas.map((q) => q.school)).size < p.quotas.length) return 'project.school-twice'
  if (p.quotas.reduce((sum, q) => sum + q.places, 0) > p.places) return 'project.quotas-over-places'
  return p.programme !== null && !knows(p.programme) ? 'project.unknown-programme' : null
}
