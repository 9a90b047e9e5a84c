// One teacher's own rotation on a day: what is planned, where they are, what was, and which appointment holds. Who is on the list of the
// eligible stands in the district's file: the report `own-rotation` says it to each for themselves.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { defineOwnReport } from '../reports/report.ts'
import { appointmentOn, type Appointment } from './appointment.ts'
import { listsOf } from './eligible-list.ts'
import { rotationsOf, stateOn, type Rotation, type RotationState } from './rotation.ts'

export interface OwnRotation {
  readonly rotations: readonly (Rotation & { readonly state: RotationState })[]
  readonly now: Rotation | null
  readonly next: Rotation | null
  readonly appointment: Appointment | null
}

/** Latest first. */
export function ownRotation(dossier: Dossier, today: Day): OwnRotation {
  const all = rotationsOf(dossier)
  return {
    rotations: all.map((r) => ({ ...r, state: stateOn(r, today) })).reverse(),
    now: all.filter((r) => stateOn(r, today) === 'there').pop() ?? null,
    next: all.find((r) => stateOn(r, today) === 'planned') ?? null,
    appointment: appointmentOn(dossier, today),
  }
}

/** A list of the eligible as far as it concerns one person. */
export interface OwnEligibility {
  readonly first: Day
  readonly last: Day
  readonly definition: string
  readonly source: string
  readonly frozenOn: Day
  readonly eligible: boolean
}

/** For each person about themselves only: on which lists they stand. */
export const ownRotationReport = defineOwnReport('own-rotation', ['eligible-list'], (person, on): readonly OwnEligibility[] =>
  on.files
    .flatMap(listsOf)
    .map(({ first, last, definition, source, frozenOn, people }) => ({
      first,
      last,
      definition,
      source,
      frozenOn,
      eligible: person !== null && people.some((p) => p.id === person),
    }))
    .reverse(),
)
