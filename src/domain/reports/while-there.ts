// A report of a past day still counts whoever has left the schools since; what waits, is disputed or was proposed in their dossier after
// they left is the next school's, and not shown. What was known on their last day there is. The district is asked about everybody.

import type { Day } from '../day.ts'
import { knownAt } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import { postsOf } from '../person.ts'
import type { ReportOn } from './report.ts'

/** The last day of a person's 人事关系 at the schools, reckoned from the day asked; null while they are there. */
export function lastDayThere(
  dossier: Dossier,
  { asOf, today, schools }: Pick<ReportOn<unknown>, 'asOf' | 'today' | 'schools'>,
): Day | null {
  let last: Day | null = asOf
  for (const p of postsOf(dossier)) {
    if (p.kind !== 'home' || !schools.includes(p.school)) continue
    if (p.to === null) return null
    if (p.to > last) last = p.to
  }
  return last < (today ?? asOf) ? last : null
}

export function whileThere(dossier: Dossier, on: ReportOn<unknown>): Dossier {
  const last = on.wholeDistrict ? null : lastDayThere(dossier, on)
  return last === null ? dossier : (knownAt(dossier, last) as Dossier)
}
