// Who objects to their 历史学时 and waits for an answer of the school, or (a second time) of the district.
import type { Dossier, Step } from '../../domain/dossier.ts'
import { objectionsOf } from '../../domain/history/history.ts'
import type { PersonId, RowId } from '../../domain/ids.ts'
import { personOf } from '../../domain/person.ts'

/** 异议 about an opening balance, or about a year that is missing. */
export interface AskedOfHistory {
  readonly row: RowId
  readonly person: PersonId
  readonly name: string
  readonly reason: string
}

export const historyAsked = (dossier: Dossier, of: Step): AskedOfHistory[] =>
  objectionsOf(dossier)
    .filter((o) => o.waitsFor === of)
    .map((o) => ({ row: o.id, person: dossier.subject.id as PersonId, name: personOf(dossier)?.name ?? '', reason: o.reason }))
