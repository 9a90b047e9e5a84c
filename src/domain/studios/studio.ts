// 工作室: one row a studio in the district's file or a school's: who hosts, who belongs to it, since when, until when, running or closed.
// People are named as role rows name them (id and name), so that a file reads by itself. A studio whose term is over is not running.

import type { Day } from '../day.ts'
import { rowsOfKind, type Document, type FactBase, type Row, type Subject } from '../document.ts'
import type { PersonId, RowId } from '../ids.ts'

export interface StudioPerson {
  readonly person: PersonId
  readonly name: string
}

export type StudioLevel = 'city' | 'district' | 'school'

export interface StudioSaid {
  readonly kind: string
  readonly name: string
  readonly level: StudioLevel | null
  readonly host: StudioPerson
  readonly members: readonly StudioPerson[]
  readonly from: Day
  /** Null: no term was written. */
  readonly until: Day | null
}

export type StudioChanges = Partial<Omit<StudioSaid, 'kind' | 'from'>>

export type StudioFact =
  | (FactBase & { readonly what: 'opened' } & StudioSaid)
  | (FactBase & { readonly what: 'changed'; readonly changes: StudioChanges; readonly reason: string })
  | (FactBase & { readonly what: 'closed'; readonly to: Day; readonly reason: string })
export type StudioRow = Row<'studio', StudioFact>

export interface Studio extends StudioSaid {
  readonly id: RowId
  readonly at: Subject
  readonly closed: { readonly to: Day; readonly reason: string } | null
}

export function studioOf(row: StudioRow, at: Subject): Studio | null {
  let studio = null as Studio | null
  for (const f of row.facts) {
    if (f.what === 'opened') {
      const { kind, name, level, host, members, from, until } = f
      studio = { id: row.id, at, kind, name, level, host, members, from, until, closed: null }
    } else if (studio === null) continue
    else if (f.what === 'changed') studio = { ...studio, ...f.changes }
    else studio = { ...studio, closed: { to: f.to, reason: f.reason } }
  }
  return studio
}

/** Every studio of a file, by first day. */
export const studiosOf = (file: Document): Studio[] =>
  rowsOfKind<StudioRow>(file, 'studio')
    .flatMap((row) => studioOf(row, file.subject) ?? [])
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))

export const runsOn = (s: Studio, day: Day): boolean =>
  s.from <= day && (s.until === null || day <= s.until) && (s.closed === null || day <= s.closed.to)

/** The studios running on a day, of all these files. */
export const studiosOn = (files: readonly Document[], day: Day): Studio[] => files.flatMap(studiosOf).filter((s) => runsOn(s, day))
