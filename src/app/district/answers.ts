// The overview answers as this phone reads them: open, so that an older app reads a newer server; what pages lean on is checked.

import { z } from 'zod/mini'
import type { DistrictOverview, SchoolOverview, SchoolPeople } from '../../wire/overview.ts'

const sums = {
  counted: z.int(),
  onRoll: z.int(),
  states: z.looseObject({}),
  hours: z.looseObject({}),
  waiting: z.looseObject({}),
  byLevel: z.array(z.looseObject({})),
  reasons: z.array(z.looseObject({})),
}

export const OverviewAnswer = z.looseObject({
  asOf: z.string(),
  totals: z.looseObject(sums),
  schools: z.array(z.looseObject({ school: z.string(), name: z.string(), ...sums })),
}) as unknown as z.ZodMiniType<DistrictOverview>

export const SchoolAnswer = z.looseObject({
  asOf: z.string(),
  school: z.string(),
  ...sums,
  concern: z.array(z.looseObject({})),
  unverified: z.array(z.looseObject({})),
}) as unknown as z.ZodMiniType<SchoolOverview>

export const PeopleAnswer = z.looseObject({
  school: z.string(),
  people: z.array(z.looseObject({ person: z.string(), name: z.string(), initials: z.array(z.string()), formerNames: z.array(z.string()) })),
}) as unknown as z.ZodMiniType<SchoolPeople>
