// History before the system (历史学时): opening balances (期初学时), one row a year × level × mode as an older system or a certificate
// printed them, confirmations by the teacher, and objections with their answers. Only what was said or decided is kept here.
// A balance without confirmation counts in no verdict for sure: it makes the verdict undetermined, never 0 and never met.

import type { Day } from '../day.ts'
import type { Document, FactBase, Row } from '../document.ts'
import type { Level, Mode, Step } from '../dossier.ts'
import { rowsOfKind } from '../document.ts'
import type { CreditTenths, Tenths } from '../hours.ts'
import type { RowId } from '../ids.ts'

/** Where a balance comes from: a file from an older system · the transfer certificate of another district (外区转入) · paper at the school. */
export const OPENING_SOURCES = ['import', 'certificate', 'paper'] as const
export type OpeningSource = (typeof OPENING_SOURCES)[number]

export interface OpeningAmount {
  /** Both may stand, as printed; at least one does. */
  readonly hours: Tenths | null
  readonly credits: CreditTenths | null
}

export interface OpeningKind {
  /** As the source calls it; null for a lump without years. */
  readonly year: number | null
  /** The days it surely lies within: of a year its first and last, of a lump all it may cover. */
  readonly first: Day
  readonly last: Day
  readonly level: Level
  readonly mode: Mode
}

export type OpeningFact =
  | (FactBase & {
      readonly what: 'recorded'
      readonly source: OpeningSource
      readonly words: string
      readonly batch: string | null
    } & OpeningKind &
      OpeningAmount)
  | (FactBase & { readonly what: 'corrected'; readonly objection: RowId } & OpeningAmount)
  | (FactBase & { readonly what: 'reversed'; readonly reason: string })
export type OpeningRow = Row<'opening', OpeningFact>

/** What a confirmation saw: each standing balance and how many facts it had then. */
export interface Seen {
  readonly row: RowId
  readonly facts: number
}
export type ConfirmationFact = FactBase & { readonly what: 'confirmed'; readonly seen: readonly Seen[]; readonly originalSeen: boolean }
export type ConfirmationRow = Row<'history-confirmed', ConfirmationFact>

/** 有异议: about one balance, or (opening null) about history as a whole: a year that is missing. Answered by the school, once more by the district. */
export type ObjectionFact =
  | (FactBase & { readonly what: 'objected'; readonly opening: RowId | null; readonly reason: string })
  | (FactBase & { readonly what: 'objected-again'; readonly reason: string })
  | (FactBase & { readonly what: 'answered'; readonly step: Step; readonly changed: boolean; readonly reason: string })
export type ObjectionRow = Row<'objection', ObjectionFact>

export interface Opening extends OpeningKind, OpeningAmount {
  readonly id: RowId
  readonly source: OpeningSource
  readonly words: string
  readonly batch: string | null
  readonly reversed: { readonly reason: string; readonly on: Day; readonly byName: string } | null
  readonly facts: readonly OpeningFact[]
}

export interface Objection {
  readonly id: RowId
  readonly opening: RowId | null
  readonly reason: string
  /** Whose answer it waits for; null once it is answered. */
  readonly waitsFor: Step | null
  /** The last answer; null before the first. */
  readonly answer: Extract<ObjectionFact, { what: 'answered' }> | null
  readonly since: Day
  readonly facts: readonly ObjectionFact[]
}

function openingOf(row: OpeningRow): Opening | null {
  let opening = null as Opening | null
  for (const f of row.facts) {
    if (f.what === 'recorded') {
      const { year, first, last, level, mode, hours, credits, source, words, batch } = f
      opening = { id: row.id, year, first, last, level, mode, hours, credits, source, words, batch, reversed: null, facts: row.facts }
    } else if (opening !== null && f.what === 'corrected') opening = { ...opening, hours: f.hours, credits: f.credits }
    else if (opening !== null && f.what === 'reversed')
      opening = { ...opening, reversed: { reason: f.reason, on: f.recordedOn, byName: f.byName } }
  }
  return opening
}

interface Folded {
  readonly opening: Opening
  /** What the order goes by. */
  readonly place: string
}

/** Rows are never changed, only replaced: what a row amounts to is worked out once. */
const folded = new WeakMap<OpeningRow, Folded | null>()
function foldedOf(row: OpeningRow): Folded | null {
  const known = folded.get(row)
  if (known !== undefined) return known
  const opening = openingOf(row)
  const made =
    opening === null ? null : { opening, place: `${opening.last} ${opening.first} ${opening.level} ${opening.mode} ${opening.id}` }
  folded.set(row, made)
  return made
}

/** Every balance ever recorded, the earliest year first, reversed ones included. */
export const allOpenings = (doc: Document): Opening[] =>
  rowsOfKind<OpeningRow>(doc, 'opening')
    .map(foldedOf)
    .filter((one): one is Folded => one !== null)
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ opening }) => opening)

/** The balances that stand. */
export const openingsOf = (doc: Document): Opening[] => allOpenings(doc).filter((o) => o.reversed === null)

export function objectionsOf(doc: Document): Objection[] {
  const out: Objection[] = []
  for (const row of rowsOfKind<ObjectionRow>(doc, 'objection')) {
    let found = null as Objection | null
    for (const f of row.facts) {
      if (f.what === 'objected')
        found = {
          id: row.id,
          opening: f.opening,
          reason: f.reason,
          waitsFor: 'school',
          answer: null,
          since: f.recordedOn,
          facts: row.facts,
        }
      else if (found !== null && f.what === 'objected-again')
        found = { ...found, reason: f.reason, waitsFor: 'district', since: f.recordedOn }
      else if (found !== null && f.what === 'answered') found = { ...found, waitsFor: null, answer: f }
    }
    if (found !== null) out.push(found)
  }
  return out.sort((a, b) => (`${a.since} ${a.id}` < `${b.since} ${b.id}` ? -1 : 1))
}

export interface HistoryState {
  readonly openings: readonly Opening[]
  readonly objections: readonly Objection[]
  /** Somebody said that exactly what stands now is right and complete. */
  readonly confirmed: boolean
  /** The confirmation that covers what stands now. */
  readonly by: ConfirmationFact | null
}

const covers = (seen: readonly Seen[], openings: readonly Opening[]): boolean =>
  seen.length === openings.length && openings.every((o) => seen.some((s) => s.row === o.id && s.facts === o.facts.length))

export const seenOf = (openings: readonly Opening[]): Seen[] => openings.map((o) => ({ row: o.id, facts: o.facts.length }))

/** A balance recorded, corrected or reversed after a confirmation, and an open objection, take the confirmation away again. */
export function historyOf(doc: Document): HistoryState {
  const openings = openingsOf(doc)
  const objections = objectionsOf(doc)
  let by = null as ConfirmationFact | null
  for (const row of rowsOfKind<ConfirmationRow>(doc, 'history-confirmed')) for (const f of row.facts) if (covers(f.seen, openings)) by = f
  const open = objections.some((o) => o.waitsFor !== null)
  return { openings, objections, confirmed: by !== null && !open, by: open ? null : by }
}

/** What a confirmation is about: exactly these fields are hashed into `seen`, on phone and server alike. */
export const historyFields = (openings: readonly Opening[]): unknown => openings.map((o) => [o.id, o.hours, o.credits, o.facts.length])
