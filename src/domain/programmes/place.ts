// A place in a project, asked for one teacher by the school and given or not by the district; in the teacher's dossier.

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'

export type PlaceFact =
  | (FactBase & { readonly what: 'proposed'; readonly project: RowId; readonly title: string })
  | (FactBase & { readonly what: 'given' })
  | (FactBase & { readonly what: 'declined'; readonly reason: string })
export type ProjectPlaceRow = Row<'project-place', PlaceFact>

export interface ProjectPlace {
  readonly id: RowId
  readonly project: RowId
  readonly title: string
  readonly on: Day
  readonly byName: string
  readonly is: 'waiting' | 'given' | 'declined'
  readonly reason: string
}

export function placeOf(row: ProjectPlaceRow): ProjectPlace | null {
  let place = null as ProjectPlace | null
  for (const f of row.facts) {
    if (f.what === 'proposed')
      place = { id: row.id, project: f.project, title: f.title, on: f.recordedOn, byName: f.byName, is: 'waiting', reason: '' }
    else if (place !== null)
      place = f.what === 'given' ? { ...place, is: 'given', reason: '' } : { ...place, is: 'declined', reason: f.reason }
  }
  return place
}

export const placesOf = (dossier: Dossier): ProjectPlace[] =>
  rowsOfKind<ProjectPlaceRow>(dossier, 'project-place')
    .flatMap((row) => placeOf(row) ?? [])
    .sort((a, b) => (a.id < b.id ? 1 : -1))
