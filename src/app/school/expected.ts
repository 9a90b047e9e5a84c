// Activities with the people expected to hand in claims: the reference says what an activity is, the school's own file whom it expects.

import type { RowId } from '../../domain/ids.ts'
import type { Reference } from '../../domain/reference.ts'
import type { Expected } from '../../domain/review.ts'
import { rowsOf } from '../../domain/document.ts'
import type { ActivityFact, SchoolFile } from '../../domain/school-file.ts'

export type Registered = Extract<ActivityFact, { what: 'registered' }>

/** How an activity was registered; null for a row that is no activity of the file. */
export function registeredIn(file: SchoolFile, row: RowId): Registered | null {
  const found = file.rows.get(row)
  return found?.kind === 'activity' ? (found.facts.find((f): f is Registered => f.what === 'registered') ?? null) : null
}

export function expectedFrom(reference: Reference, files: Iterable<SchoolFile>): Expected[] {
  const people = new Map<RowId, Registered['expected']>()
  for (const file of files) {
    for (const { id } of rowsOf(file, 'activity')) {
      const registered = registeredIn(file, id)
      if (registered !== null && registered.way === 'claims') people.set(id, registered.expected)
    }
  }
  return reference.activities.map((info) => ({ info, people: people.get(info.id) ?? [] }))
}
