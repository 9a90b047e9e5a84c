// What a year-review row amounts to. States: open 办理中 · handed-in 已交表 · accepted 已通过 · returned 已退回 (also when reopened).
// A return or a reopening asks for a new handing-in; earlier snapshots stay in the facts and are never touched.

import type { Day } from '../day.ts'
import { rowsOfKind, type Document } from '../document.ts'
import type { PersonId, RowId } from '../ids.ts'
import type { FactOf, FrozenPerson, ReviewRow, Snapshot } from './review-row.ts'

export type ReviewState = 'open' | 'handed-in' | 'accepted' | 'returned'

export interface Sample {
  readonly seed: string
  readonly persons: readonly PersonId[]
  readonly checks: ReadonlyMap<PersonId, FactOf<'sample-checked'>>
}

export interface Review {
  readonly id: RowId
  readonly first: Day
  readonly last: Day
  readonly asOf: Day
  readonly state: ReviewState
  readonly opened: FactOf<'opened'>
  /** The latest of each step since it was opened or last came back. */
  readonly checked: FactOf<'checked'> | null
  readonly published: FactOf<'published'> | null
  readonly signed: FactOf<'signed'> | null
  /** Of a long table, as they came. */
  readonly parts: ReadonlyMap<string, FactOf<'part'>>
  /** The one in force: handed in last. Null before the first. */
  readonly snapshot: Snapshot | null
  /** Of the snapshot in force; null where none was drawn. */
  readonly sample: Sample | null
  readonly accepted: FactOf<'accepted'> | null
  /** Why it came back, while it is back. */
  readonly back: FactOf<'returned'> | FactOf<'reopened'> | null
  readonly facts: ReviewRow['facts']
}

interface Fold {
  state: ReviewState
  checked: FactOf<'checked'> | null
  published: FactOf<'published'> | null
  signed: FactOf<'signed'> | null
  parts: Map<string, FactOf<'part'>>
  snapshot: Snapshot | null
  sampled: FactOf<'sampled'> | null
  checks: Map<PersonId, FactOf<'sample-checked'>>
  accepted: FactOf<'accepted'> | null
  back: Review['back']
}

export const partKey = (digest: string, n: number): string => `${digest} ${String(n)}`

/** The people of all the parts, in order; null while one is missing. */
export function peopleIn(parts: ReadonlyMap<string, FactOf<'part'>>, digest: string, of: number): FrozenPerson[] | null {
  const people: FrozenPerson[] = []
  for (let n = 0; n < of; n++) {
    const part = parts.get(partKey(digest, n))
    if (part === undefined) return null
    people.push(...part.people)
  }
  return people
}

function step(s: Fold, f: ReviewRow['facts'][number]): void {
  switch (f.what) {
    case 'opened':
      return
    case 'checked':
      s.checked = f
      return
    case 'published':
      s.published = f
      return
    case 'signed':
      s.signed = f
      return
    case 'part':
      s.parts.set(partKey(f.digest, f.n), f)
      return
    case 'handed-in':
      s.state = 'handed-in'
      s.snapshot = f.parts === undefined ? f : { ...f, people: peopleIn(s.parts, f.digest, f.parts) ?? [] }
      s.back = null
      s.sampled = null
      s.checks = new Map()
      return
    case 'sampled':
      s.sampled = f
      return
    case 'sample-checked':
      s.checks.set(f.person, f)
      return
    case 'accepted':
      s.state = 'accepted'
      s.accepted = f
      return
    case 'returned':
    case 'reopened':
      s.state = 'returned'
      s.back = f
      s.accepted = null
      s.checked = null
      return
  }
}

/** Null for a row that was never opened (damaged data). */
function reviewOf(row: ReviewRow): Review | null {
  const opened = row.facts.find((f): f is FactOf<'opened'> => f.what === 'opened')
  if (opened === undefined) return null
  const s: Fold = {
    state: 'open',
    checked: null,
    published: null,
    signed: null,
    parts: new Map(),
    snapshot: null,
    sampled: null,
    checks: new Map(),
    accepted: null,
    back: null,
  }
  for (const f of row.facts) step(s, f)
  const { sampled, checks, ...rest } = s
  const sample = sampled === null ? null : { seed: sampled.seed, persons: sampled.persons, checks }
  return { id: row.id, first: opened.first, last: opened.last, asOf: opened.asOf, opened, sample, ...rest, facts: row.facts }
}

/** Every review of a school, latest year first. */
export const reviewsOf = (file: Document): Review[] =>
  rowsOfKind<ReviewRow>(file, 'year-review')
    .map(reviewOf)
    .filter((r): r is Review => r !== null)
    .sort((a, b) => (a.first < b.first ? 1 : a.first > b.first ? -1 : a.id < b.id ? -1 : 1))

export function reviewAt(file: Document, id: RowId): Review | null {
  const row = file.rows.get(id)
  return row?.kind === 'year-review' ? reviewOf(row as ReviewRow) : null
}

/** With the school: it may still be changed, published, signed and handed in. */
export const isWithSchool = (state: ReviewState): boolean => state === 'open' || state === 'returned'
