// 符合交流条件教师名单: whom the district found eligible at the start of a school year, by its own definition, frozen in its file with
// names and ids. A long list comes in parts and is complete when as many are there as it announced; afterwards it changes only by
// corrections with a reason, and what was frozen stays readable. Nobody is ever added or left out by a rule of ours.

import type { Day } from '../day.ts'
import { rowsOfKind, type Document, type FactBase, type Row } from '../document.ts'
import type { PersonId, RowId } from '../ids.ts'

export interface Listed {
  readonly id: PersonId
  readonly name: string
}

export type ListFact =
  | (FactBase & {
      readonly what: 'frozen'
      readonly first: Day
      readonly last: Day
      readonly definition: string
      readonly source: string
      readonly total: number
      readonly people: readonly Listed[]
      readonly digest: string
    })
  | (FactBase & { readonly what: 'extended'; readonly people: readonly Listed[]; readonly digest: string })
  | (FactBase & {
      readonly what: 'corrected'
      readonly added: readonly Listed[]
      readonly struck: readonly PersonId[]
      readonly reason: string
    })
export type EligibleListRow = Row<'eligible-list', ListFact>

export interface EligibleList {
  readonly id: RowId
  readonly first: Day
  readonly last: Day
  readonly definition: string
  readonly source: string
  readonly total: number
  readonly people: readonly Listed[]
  readonly complete: boolean
  readonly frozenOn: Day
  readonly frozenBy: string
  /** One a part, in the order they came. */
  readonly digests: readonly string[]
  readonly corrections: readonly {
    readonly on: Day
    readonly byName: string
    readonly added: readonly Listed[]
    readonly struck: readonly Listed[]
    readonly reason: string
  }[]
}

function listOf(row: EligibleListRow): EligibleList | null {
  let list = null as EligibleList | null
  let parts = 0
  for (const f of row.facts) {
    if (f.what === 'frozen') {
      parts = f.people.length
      const { first, last, definition, source, total } = f
      list = {
        id: row.id,
        first,
        last,
        definition,
        source,
        total,
        people: f.people,
        complete: parts === total,
        frozenOn: f.recordedOn,
        frozenBy: f.byName,
        digests: [f.digest],
        corrections: [],
      }
    } else if (list === null) continue
    else if (f.what === 'extended') {
      parts += f.people.length
      list = { ...list, people: [...list.people, ...f.people], complete: parts === list.total, digests: [...list.digests, f.digest] }
    } else {
      const struck = list.people.filter((p) => f.struck.includes(p.id))
      const people = [...list.people.filter((p) => !f.struck.includes(p.id)), ...f.added]
      list = {
        ...list,
        people,
        corrections: [...list.corrections, { on: f.recordedOn, byName: f.byName, added: f.added, struck, reason: f.reason }],
      }
    }
  }
  return list
}

/** Every list of a district's file, earliest year first. */
export const listsOf = (file: Document): EligibleList[] =>
  rowsOfKind<EligibleListRow>(file, 'eligible-list')
    .flatMap((row) => listOf(row) ?? [])
    .sort((a, b) => (a.first < b.first ? -1 : 1))
