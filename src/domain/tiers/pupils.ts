// 在校学生数 of a school, as it was on a day, in the school's own file: what 每百名学生的骨干教师 is divided by. The latest count whose
// day has come holds; a school nobody counted has none, and then nothing is divided.

import type { Day } from '../day.ts'
import { rowsOfKind, type Document, type FactBase, type Row } from '../document.ts'

export type PupilsFact = FactBase & { readonly what: 'counted'; readonly count: number; readonly asOf: Day }
export type PupilsRow = Row<'pupils', PupilsFact>

export interface Pupils {
  readonly count: number
  readonly asOf: Day
}

export function pupilsOn(file: Document, day: Day): Pupils | null {
  let found = null as Pupils | null
  for (const row of rowsOfKind<PupilsRow>(file, 'pupils')) {
    for (const f of row.facts) if (f.asOf <= day && (found === null || found.asOf <= f.asOf)) found = { count: f.count, asOf: f.asOf }
  }
  return found
}

/** Half up to two places, as text: 3 of 240 → '1.25'. Null where there are no pupils to divide by. */
export function perHundred(people: number, pupils: number): string | null {
  if (pupils <= 0) return null
  const hundredths = Math.floor((people * 20_000 + pupils) / (2 * pupils))
  return `${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`
}
