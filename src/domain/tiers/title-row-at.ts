// A title's row by its id, for the verbs that change one; null for any other row. And who may change it: the district, or for a title
// of the school's own level the school.

import { rowAt, type Capacity, type Document } from '../document.ts'
import type { RowId } from '../ids.ts'
import { titleOf, type Title, type TitleRow, type TitleSaid } from './title.ts'

export function titleRowAt(document: Document, id: RowId): TitleRow | null {
  const row = rowAt(document, id)
  return row === undefined || row.kind !== 'title' ? null : (row as TitleRow)
}

export function titleAt(document: Document, id: RowId): Title | null {
  const row = titleRowAt(document, id)
  return row === null ? null : titleOf(row)
}

export const sitsOver = (title: Pick<TitleSaid, 'level'>, capacity: Capacity): boolean =>
  capacity === 'district-officer' || title.level === 'school'
