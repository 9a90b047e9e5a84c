// 公示 as each teacher sees it: one row of their own dossier a review, with the figures that were shown, so that they can check
// them on their own phone and say 无误 or 有异议. A wrong entry is corrected by its own 申请更正; this is about the line as a whole.

import type { Day } from '../day.ts'
import { rowsOfKind, type Document, type FactBase, type Row } from '../document.ts'
import type { Tenths } from '../hours.ts'
import type { RowId, SchoolId } from '../ids.ts'

export interface ShownLine {
  readonly review: RowId
  readonly school: SchoolId
  readonly first: Day
  readonly last: Day
  readonly asOf: Day
  readonly recognised: Tenths
  readonly counted: Tenths
  /** 公示 from and to. */
  readonly from: Day
  readonly to: Day
}

export type LineFact =
  | (FactBase & { readonly what: 'shown' } & ShownLine)
  | (FactBase & { readonly what: 'checked'; readonly agrees: boolean; readonly reason: string })
  | (FactBase & { readonly what: 'answered'; readonly reason: string })
export type LineRow = Row<'review-line', LineFact>

export interface ReviewLine extends ShownLine {
  readonly id: RowId
  /** unchecked 未核对 · agreed 无误 · objected 有异议,待答复 · answered 已答复 */
  readonly state: 'unchecked' | 'agreed' | 'objected' | 'answered'
  readonly objection: string | null
  readonly answer: { readonly reason: string; readonly by: string } | null
  readonly facts: readonly LineFact[]
}

function lineOf(row: LineRow): ReviewLine | null {
  let line = null as ReviewLine | null
  for (const f of row.facts) {
    if (f.what === 'shown') {
      const { review, school, first, last, asOf, recognised, counted, from, to } = f
      const before: ReviewLine | null = line
      // Shown again with other figures, it is to be checked again; an open objection stays open.
      const open = before?.state === 'objected'
      const same = before !== null && before.recognised === recognised && before.counted === counted
      line = {
        id: row.id,
        review,
        school,
        first,
        last,
        asOf,
        recognised,
        counted,
        from,
        to,
        facts: row.facts,
        state: before !== null && (open || same) ? before.state : 'unchecked',
        objection: open || same ? (before?.objection ?? null) : null,
        answer: same ? (before?.answer ?? null) : null,
      }
    } else if (line === null) continue
    else if (f.what === 'checked')
      line = { ...line, state: f.agrees ? 'agreed' : 'objected', objection: f.agrees ? null : f.reason, answer: null }
    else line = { ...line, state: 'answered', answer: { reason: f.reason, by: f.byName } }
  }
  return line
}

/** Every line shown to a teacher, latest year first. */
export const linesOf = (dossier: Document): ReviewLine[] =>
  rowsOfKind<LineRow>(dossier, 'review-line')
    .map(lineOf)
    .filter((l): l is ReviewLine => l !== null)
    .sort((a, b) => (a.first < b.first ? 1 : a.first > b.first ? -1 : a.id < b.id ? -1 : 1))

export function lineAt(dossier: Document, id: RowId): ReviewLine | null {
  const row = dossier.rows.get(id)
  return row?.kind === 'review-line' ? lineOf(row as LineRow) : null
}

/** The latest line whose 公示 still runs and nobody has looked at. */
export const waitingLine = (dossier: Document, today: Day): ReviewLine | null =>
  linesOf(dossier).find((l) => l.state === 'unchecked' && today <= l.to) ?? null
