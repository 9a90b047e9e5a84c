// 示范课, 讲座, 带徒, 课题, 送教: what someone did for others, recorded once in their dossier. It belongs to no title: whatever looks
// (a title held on that day, a rung that asks for lessons, a studio) counts the same row. Dates and what, never an assessment.

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { lastOf, pairsOf } from '../mentoring/pair.ts'

export const DUTY_KINDS = ['lesson', 'lecture', 'mentoring', 'research', 'outreach'] as const
export type DutyKind = (typeof DUTY_KINDS)[number]

export interface DutySaid {
  readonly kind: DutyKind
  readonly title: string
  readonly first: Day
  readonly last: Day
  /** Where, or to whom: a school, a class, a pupil in the trade; empty where nobody said. */
  readonly place: string
}

export type DutyFact = (FactBase & { readonly what: 'done' } & DutySaid) | (FactBase & { readonly what: 'struck'; readonly reason: string })
export type DutyRow = Row<'duty', DutyFact>

export interface Duty extends DutySaid {
  readonly id: RowId
  readonly byName: string
  /** A pair (师徒结对) seen from its mentor: recorded there, not here. */
  readonly pair: boolean
}

/** The duties that stand, latest first; a mentor's pairs are among them, so that 带徒 is recorded once. */
export function dutiesOf(dossier: Dossier): Duty[] {
  const out: Duty[] = []
  for (const row of rowsOfKind<DutyRow>(dossier, 'duty')) {
    const [first] = row.facts
    if (first?.what !== 'done' || row.facts.some((f) => f.what === 'struck')) continue
    out.push({
      id: row.id,
      kind: first.kind,
      title: first.title,
      first: first.first,
      last: first.last,
      place: first.place,
      byName: first.byName,
      pair: false,
    })
  }
  for (const p of pairsOf(dossier)) {
    if (p.side === 'mentor')
      out.push({
        id: p.id,
        kind: 'mentoring',
        title: p.otherName,
        first: p.from,
        last: lastOf(p) ?? p.from,
        place: '',
        byName: '',
        pair: true,
      })
  }
  return out.sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : a.id < b.id ? 1 : -1))
}

/** How many of each kind ended within the days given. */
export function countDuties(duties: readonly Duty[], from: Day, to: Day): Readonly<Record<DutyKind, number>> {
  const counts = { lesson: 0, lecture: 0, mentoring: 0, research: 0, outreach: 0 }
  for (const d of duties) if (from <= d.last && d.last <= to) counts[d.kind] += 1
  return counts
}
