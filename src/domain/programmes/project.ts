// A project with places (名额): one row in the district's file: how many places in all and per school, until when schools may propose, and
// which schools come first. A place is asked for in the teacher's dossier (place.ts); more than the quota is shown, never refused.

import type { Day } from '../day.ts'
import { rowsOfKind, type Document, type FactBase, type Row } from '../document.ts'
import type { RowId, SchoolId } from '../ids.ts'

export interface ProjectSaid {
  readonly title: string
  /** One of the district's programmes, or none. */
  readonly programme: string | null
  readonly from: Day
  /** Last day for proposals. */
  readonly until: Day
  readonly places: number
  readonly quotas: readonly { readonly school: SchoolId; readonly places: number }[]
  /** Schools that come first: rural and weak ones as the district named them. */
  readonly first: readonly SchoolId[]
}

export type ProjectFact =
  | (FactBase & { readonly what: 'opened' } & ProjectSaid)
  | (FactBase & { readonly what: 'changed'; readonly changes: Partial<ProjectSaid>; readonly reason: string })
  | (FactBase & { readonly what: 'closed'; readonly reason: string })
export type ProjectRow = Row<'project', ProjectFact>

export interface Project extends ProjectSaid {
  readonly id: RowId
  readonly closed: boolean
}

export function projectOf(row: ProjectRow): Project | null {
  let project = null as Project | null
  for (const f of row.facts) {
    if (f.what === 'opened') {
      const { title, programme, from, until, places, quotas, first } = f
      project = { id: row.id, title, programme, from, until, places, quotas, first, closed: false }
    } else if (project === null) continue
    else project = f.what === 'changed' ? { ...project, ...f.changes } : { ...project, closed: true }
  }
  return project
}

export const projectsOf = (file: Document): Project[] =>
  rowsOfKind<ProjectRow>(file, 'project')
    .flatMap((row) => projectOf(row) ?? [])
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? 1 : -1))
