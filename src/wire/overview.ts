// What GET /api/district/overview and GET /api/school/:id/roll-up answer: totals, never people's entries. Query: `asOf` (a day; today where
// left out) and `knownAt` (only what was recorded by that day; everything where left out). `change` says 数据截至.

import type { Day } from '../domain/day.ts'
import type { SchoolId } from '../domain/ids.ts'
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
