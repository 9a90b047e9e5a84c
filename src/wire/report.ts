// What GET /api/reports/:name answers. `answer` has the shape the report of that name declares in domain/reports.

import { z } from 'zod/mini'
import type { Day } from '../domain/day.ts'
import type { SchoolId } from '../domain/ids.ts'

export interface ReportAnswer<Answer = unknown> {
  readonly asOf: Day
  readonly knownAt: Day | null
  /** District change number the answer was made at: 数据截至. */
  readonly change: number
  /** Null: the whole district. */
  readonly school: SchoolId | null
  readonly answer: Answer
}

/** Both ends run one build's report, and an older answer kept is asked for anew; so only the frame is checked. */
export const reportAnswer = <Answer>() =>
  z.custom<ReportAnswer<Answer>>((v) => typeof v === 'object' && v !== null && 'answer' in v && 'asOf' in v)
