// 师徒结对 (青蓝工程): one act makes the pair in both dossiers, as one act gives everyone of a roster their hours: the row in the mentee's
// dossier is the pair, the row in the mentor's carries its id (`pair`), so that each sees it on their own phone and nobody fills it in twice.
// Counts of pairs are of the mentees' rows alone.

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { PersonId, RowId } from '../ids.ts'

export const PAIR_ENDS = ['finished', 'changed', 'left', 'mistake'] as const
export type PairEnd = (typeof PAIR_ENDS)[number]

export interface PairSaid {
  /** Whose dossier this is of the two. */
  readonly side: 'mentee' | 'mentor'
  readonly other: PersonId
  readonly otherName: string
  /** In the mentor's dossier the row in the mentee's; null in the mentee's. */
  readonly pair: RowId | null
  readonly programme: string | null
  readonly subject: string | null
  readonly from: Day
  readonly until: Day | null
}

export type PairFact =
  (FactBase & { readonly what: 'began' } & PairSaid) | (FactBase & { readonly what: 'ended'; readonly to: Day; readonly reason: PairEnd })
export type PairRow = Row<'mentoring', PairFact>

export interface Pair extends PairSaid {
  readonly id: RowId
  readonly ended: { readonly to: Day; readonly reason: PairEnd } | null
}

export function pairOf(row: PairRow): Pair | null {
  let pair = null as Pair | null
  for (const f of row.facts) {
    if (f.what === 'began') {
      const { side, other, otherName, pair: of, programme, subject, from, until } = f
      pair = { id: row.id, side, other, otherName, pair: of, programme, subject, from, until, ended: null }
    } else if (pair !== null) pair = { ...pair, ended: { to: f.to, reason: f.reason } }
  }
  return pair?.ended?.reason === 'mistake' ? null : pair
}

/** Every pair someone is or was part of, latest first. */
export const pairsOf = (dossier: Dossier): Pair[] =>
  rowsOfKind<PairRow>(dossier, 'mentoring')
    .flatMap((row) => pairOf(row) ?? [])
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? 1 : -1))

/** The last day of a pair as far as anything says; null while it goes on without a term. */
export const lastOf = (p: Pair): Day | null => p.ended?.to ?? p.until

export const pairGoesOn = (p: Pair, day: Day): boolean => {
  const last = lastOf(p)
  return p.from <= day && (last === null || day <= last)
}

export const pairsOn = (dossier: Dossier, day: Day): Pair[] => pairsOf(dossier).filter((p) => pairGoesOn(p, day))
