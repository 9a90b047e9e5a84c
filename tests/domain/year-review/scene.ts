// A 中心校 and its review of 2025, at every step of its way.

import type { Document } from '../../../src/domain/document.ts'
import type { PersonId, RowId, SchoolId } from '../../../src/domain/ids.ts'
import { figuresDigest, type Figures } from '../../../src/domain/year-review/figures.ts'
import { reviewAt, type Review } from '../../../src/domain/year-review/review-of.ts'
import type { FrozenPerson } from '../../../src/domain/year-review/review-row.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { CENTRAL, done, dossier, nextOp, POINT, schoolFile, type How, type Who } from '../verbs/scene.ts'

export const YEAR = { first: '2025-01-01', last: '2025-12-31', asOf: '2025-12-31' } as const
export const SCHOOLS: readonly SchoolId[] = [CENTRAL, POINT]

/** People with so many tenths in the year, in the order of their names. */
export const people = (hours: Readonly<Record<string, number>>): FrozenPerson[] =>
  Object.entries(hours)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, n]): FrozenPerson => [id as PersonId, id, 0, '', 'on-the-way', n, n, n, n === 0 ? [] : [['school', n, n]]])

export const PEOPLE = people({ lin: 240, tao: 40, zhu: 0 })
export const digestOf = (list: readonly FrozenPerson[], schools: readonly SchoolId[] = SCHOOLS): string =>
  figuresDigest({ ...YEAR, schools, people: list } as unknown as Figures, shortHash)
export const DIGEST = digestOf(PEOPLE)

export interface InHand {
  readonly doc: Document
  readonly row: string
}
/** The same file with one thing more done to its review. */
export const andThen = ({ doc, row }: InHand, who: Who, verb: string, args: Record<string, unknown> = {}, how: How = {}): InHand => ({
  doc: done(who, verb, doc, { row, ...args }, how),
  row,
})
export const review = ({ doc, row }: InHand): Review => {
  const found = reviewAt(doc, row as RowId)
  if (found === null) throw new Error('no review')
  return found
}

export function opened(): InHand {
  const row = nextOp()
  return { doc: done('wu', 'open-year-review', schoolFile(CENTRAL), YEAR, { op: row }), row }
}
export const PUBLIC = { from: '2026-03-01', to: '2026-03-07' }
export const published = (digest = DIGEST): InHand => andThen(opened(), 'wu', 'publish-year-review', { ...PUBLIC, digest })
export const signed = (digest = DIGEST): InHand => andThen(published(digest), 'zhou', 'sign-year-review', { digest, paper: null })
export const HANDED = { schools: SCHOOLS, people: PEOPLE }
export const handedIn = (how: How = {}): InHand => andThen(signed(), 'wu', 'hand-in-year-review', HANDED, how)
export const SAMPLE = { digest: DIGEST, seed: '2026-03-10', size: 2 }
export const sampled = (): InHand => andThen(handedIn(), 'du', 'sample-year-review', SAMPLE)
export const YES = { digest: DIGEST, differing: 0, note: '' }
export const accepted = (): InHand => andThen(handedIn(), 'du', 'accept-year-review', YES)

export const LINE = { review: nextOp(), school: CENTRAL, ...YEAR, recognised: 40, counted: 40, ...PUBLIC }
export function shown(who: Who = 'tao', at: SchoolId = POINT): InHand {
  const row = nextOp()
  return { doc: done('wu', 'show-review-line', dossier(who, at), LINE, { op: row }), row }
}
export const objected = (): InHand => andThen(shown(), 'tao', 'check-review-line', { agrees: false, reason: '少了一次区培' })
