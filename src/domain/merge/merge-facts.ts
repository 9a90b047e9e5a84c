// 档案合并: what the two dossiers of one person keep of their being made one. The one that stays lists the rows it took over (they stand
// in it as they were, with every fact and signature) and how many facts each had; the other says that it was set aside, and for whom.
// Undone, both say so; nothing is ever taken out. What this means for reading rows is in document.ts.

import { rowsOfKind, type Document, type FactBase, type Row } from '../document.ts'
import type { PersonId, RowId } from '../ids.ts'

export interface BroughtRow {
  readonly id: RowId
  /** How many facts it had when it came: more by now means that someone acted on it. */
  readonly facts: number
}

export type MergeFact =
  | (FactBase & {
      readonly what: 'took-over'
      readonly from: PersonId
      /** Names of the other dossier, the present one first: findable as 曾用名 from now on. */
      readonly names: readonly string[]
      readonly staffNumber: string | null
      readonly rows: readonly BroughtRow[]
      /** Rows that say the same as one that is here: left where they are. */
      readonly leftOut: readonly RowId[]
      readonly reason: string
    })
  | (FactBase & { readonly what: 'gave-back'; readonly reason: string })
  | (FactBase & {
      readonly what: 'set-aside'
      readonly into: PersonId
      readonly name: string
      readonly staffNumber: string | null
      readonly reason: string
    })
  | (FactBase & { readonly what: 'taken-up'; readonly reason: string })

export type MergeRow = Row<'merge', MergeFact>
export type TookOver = Extract<MergeFact, { what: 'took-over' }>
export type SetAside = Extract<MergeFact, { what: 'set-aside' }>

export interface StandingMerge<F extends MergeFact> {
  readonly row: RowId
  readonly fact: F
}

function standingMerges<F extends MergeFact>(doc: Document, what: F['what']): StandingMerge<F>[] {
  return rowsOfKind<MergeRow>(doc, 'merge').flatMap((row) => {
    const last = row.facts[row.facts.length - 1]
    return last?.what === what ? [{ row: row.id, fact: last as F }] : []
  })
}

/** The merges by which a dossier has taken over another one's rows, and which stand. */
export const mergesInto = (doc: Document): StandingMerge<TookOver>[] => standingMerges<TookOver>(doc, 'took-over')

/** Where a dossier was set aside for another one; null for a living one. */
export const setAsideOf = (doc: Document): StandingMerge<SetAside> | null => standingMerges<SetAside>(doc, 'set-aside')[0] ?? null
