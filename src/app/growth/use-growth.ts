// What of growth concerns one person on a day: probation for who is new, hours for who leads a school. Computed, never kept.

import type { Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { Reading } from '../../domain/evaluate/reading.ts'
import type { PersonId } from '../../domain/ids.ts'
import { addMonths, probationOf, type Probation } from '../../domain/mentoring/probation.ts'
import { leaderHours, leadsSince, type LeaderHours } from '../../domain/programmes/leader-hours.ts'
import type { Reference } from '../../domain/reference.ts'

/** Shown while it lasts and for a year after: later it is history, in the records. */
const SHOWN_AFTER_MONTHS = 12

export function probationShown(reference: Reference, dossier: Dossier, reading: Reading, today: Day): Probation | null {
  const found = probationOf(reference.policy, dossier, today, reading.window)
  return found === null || found.first > today || addMonths(found.last, SHOWN_AFTER_MONTHS) < today ? null : found
}

export function leaderShown(reference: Reference, dossier: Dossier, today: Day): LeaderHours | null {
  const since = leadsSince(reference, dossier.subject.id as PersonId, today)
  return since === null ? null : leaderHours(reference.policy, dossier, since, today)
}
