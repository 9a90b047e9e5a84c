// Arguments naming people, schools and what an activity is: shape only, shared by the verbs of files and posts.

import { z } from 'zod/mini'
import { LEVELS, MODES } from '../dossier.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { dayArg, emptyLineArg, hoursArg, lineArg } from './training-args.ts'

const id = z.string().check(z.regex(/^[\w.:-]{1,64}$/))
export const personArg = id as unknown as z.ZodMiniType<PersonId>
export const schoolArg = id as unknown as z.ZodMiniType<SchoolId>

export const activityArgs = {
  title: lineArg(120),
  organiser: emptyLineArg(120),
  level: z.enum(LEVELS),
  mode: z.enum(MODES),
  tags: z.array(lineArg(30)).check(z.maxLength(10)),
  project: z.nullable(lineArg(120)),
  first: dayArg,
  last: dayArg,
  hours: hoursArg,
  way: z.enum(['roster', 'claims']),
  expected: z.array(personArg).check(z.maxLength(3000)),
  absent: z.array(personArg).check(z.maxLength(3000)),
}
