// What GET /api/district/overview, /api/school/:id/roll-up and /api/school/:id/people answer: totals and standings, never entries.
// Query: `asOf` (a day; today where left out) and `knownAt` (only what was recorded by that day; everything where left out).
// `change` says 数据截至. GET /api/district/overview.xlsx is the first as a workbook.

import type { Day } from '../domain/day.ts'
import type { NotCounted } from '../domain/evaluate/bearer.ts'
import type { State } from '../domain/evaluate/reading.ts'
import type { Tenths } from '../domain/hours.ts'
import type { PersonId, SchoolId } from '../domain/ids.ts'
import type { SchoolKind } from '../domain/school-file.ts'
import type { SchoolRollUp, SchoolTotals, Totals } from '../domain/roll-up.ts'

interface Days {
  readonly asOf: Day
  readonly knownAt: Day | null
  /** District change number the answer was made at. */
  readonly change: number
}

/** A school's line; those whose people need help come first. Groups by subject and stage are the school's own page's. */
export interface SchoolLine extends Omit<SchoolTotals, 'bySubject' | 'byStage'> {
  readonly name: string
  readonly code: string
  readonly kind: SchoolKind
  readonly parent: SchoolId | null
}

export interface DistrictOverview extends Days {
  readonly totals: Totals
  readonly schools: readonly SchoolLine[]
}

export interface SchoolOverview extends Days, SchoolRollUp {
  readonly school: SchoolId
}

/** GET /api/school/:id/people: everyone whose 人事关系 lies there on the day, by name. */
export interface SchoolPeople extends Days {
  readonly school: SchoolId
  readonly people: readonly SchoolPerson[]
}

export interface SchoolPerson {
  readonly person: PersonId
  readonly name: string
  readonly formerNames: readonly string[]
  readonly initials: readonly string[]
  readonly staffNumber: string | null
  readonly subject: string | null
  readonly state: State
  /** Empty for who is 应计. */
  readonly notCounted: readonly NotCounted[]
  readonly paused: boolean
  readonly counted: Tenths
  readonly required: Tenths | null
  /** Claims waiting for the school and for the district. */
  readonly waiting: number
}
