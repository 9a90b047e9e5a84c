// A document is everything kept about one subject: a teacher's dossier, a school's file or a district's file.
// It is a set of rows by id; a row is a list of facts, only ever appended, so any past state is a filter.
// Where two dossiers of one person were merged (merge/), a row of kind 'merge' says which rows are seen where: read rows through here.
// A row's kind never changes and its facts are never edited; what people see is computed (`entry.ts`, `person.ts`, …).

import type { Day } from './day.ts'
import type { DistrictId, OpId, PersonId, RowId, SchoolId } from './ids.ts'

export type Subject =
  | { readonly kind: 'teacher'; readonly id: PersonId }
  | { readonly kind: 'school'; readonly id: SchoolId }
  | { readonly kind: 'district'; readonly id: DistrictId }
export type SubjectKind = Subject['kind']

/** Who did something, as they were called and in what capacity on that day: shown for ever, also after they left. */
export interface Signature {
  readonly op: OpId
  readonly by: PersonId
  readonly byName: string
  readonly byRole: Capacity
  /** The day the server recorded it; on a phone, before the server has, the phone's own day. */
  readonly recordedOn: Day
  /** The minute ('HH:MM') of that day, for 办理进度. */
  readonly recordedAt: string
  /** What the phone's clock said when the person acted ('YYYY-MM-DDTHH:MM'): a claim, never used for ordering. */
  readonly saidAt: string
}

/** In what capacity someone acts; `system` only for imports confirmed by a person and for migrations. */
export type Capacity = 'teacher' | 'officer' | 'principal' | 'district-officer' | 'auditor' | 'admin'

export interface FactBase extends Signature {
  readonly what: string
}

export interface Row<Kind extends string = string, F extends FactBase = FactBase> {
  readonly id: RowId
  readonly kind: Kind
  readonly facts: readonly F[]
}

export interface Document<R extends Row = Row> {
  readonly subject: Subject
  readonly rows: ReadonlyMap<RowId, R>
}

export const subjectKey = (s: Subject): string => `${s.kind}:${s.id}`

export const emptyDocument = <R extends Row>(subject: Subject): Document<R> => ({ subject, rows: new Map() })

/** The rows of one kind, in no particular order. Rows that a merge gave back, and those of a dossier set aside, are not there. */
export function rowsOf<R extends Row, K extends R['kind']>(doc: Document<R>, kind: K): Extract<R, { kind: K }>[] {
  return rowsOfKind<Extract<R, { kind: K }>>(doc, kind)
}

/** The same for a kind that a noun's own file describes (its row type names the kind, and no two nouns share one). */
export function rowsOfKind<R extends Row>(doc: Document, kind: R['kind']): R[] {
  const out: R[] = []
  const merges: Row[] = []
  for (const row of doc.rows.values()) {
    if (row.kind === kind) out.push(row as R)
    else if (row.kind === 'merge') merges.push(row)
  }
  if (merges.length === 0) return out
  const hidden = hiddenBy(merges, merges)
  return out.filter((row) => !hidden(row))
}

/** A row that is there to be seen and acted on. */
export function rowAt<R extends Row>(doc: Document<R>, id: RowId): R | undefined {
  const row = doc.rows.get(id)
  if (row === undefined) return undefined
  const merges = mergesIn(doc)
  return merges.length > 0 && hiddenBy(merges, merges)(row) ? undefined : row
}

/** The document as it was known at the end of a day: later facts, and rows without earlier ones, are left out. */
export function knownAt<R extends Row>(doc: Document<R>, day: Day): Document<R> {
  return knownWhere(doc, (f) => f.recordedOn <= day)
}

/** The same for any way of telling what was known; rows that came by a merge are known from the merge on. */
export function knownWhere<R extends Row>(doc: Document<R>, known: (fact: FactBase) => boolean): Document<R> {
  const rows = new Map<RowId, R>()
  const merges = mergesIn(doc)
  const hidden =
    merges.length === 0
      ? null
      : hiddenBy(
          merges,
          merges.map((row) => ({ ...row, facts: row.facts.filter(known) })),
        )
  for (const row of doc.rows.values()) {
    const facts = hidden?.(row) === true ? [] : row.facts.filter(known)
    if (facts.length > 0) rows.set(row.id, facts.length === row.facts.length ? row : ({ ...row, facts } as R))
  }
  return { subject: doc.subject, rows }
}

const mergesIn = (doc: Document): Row[] => {
  const merges: Row[] = []
  for (const row of doc.rows.values()) if (row.kind === 'merge') merges.push(row)
  return merges
}

/** What of a merge's facts decides what is seen; the whole of them is in merge/merge-facts.ts. */
const broughtBy = (f: FactBase): readonly RowId[] =>
  f.what === 'took-over' ? (f as FactBase & { readonly rows: readonly { readonly id: RowId }[] }).rows.map((r) => r.id) : []

/** `known`: the same rows with the facts that are known; a row brought over is seen while a merge that brought it stands. */
function hiddenBy(all: readonly Row[], known: readonly Row[]): (row: Row) => boolean {
  const last = known.flatMap((row) => row.facts.slice(-1))
  const aside = last.some((f) => f.what === 'set-aside')
  const standing = new Set(last.flatMap(broughtBy))
  const brought = new Set(all.flatMap((row) => row.facts.flatMap(broughtBy)))
  return (row) => row.kind !== 'merge' && ((aside && row.kind !== 'person') || (brought.has(row.id) && !standing.has(row.id)))
}
