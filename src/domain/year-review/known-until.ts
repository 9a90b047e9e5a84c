// Known at a minute: a snapshot is handed in at a minute of a day, and the rest of that day comes after it. Facts of the very
// minute may lie on either side, so comparing asks both ways.

import { knownWhere, type Document, type FactBase, type Row } from '../document.ts'

/** Day and minute of the server. */
export interface Moment {
  readonly recordedOn: string
  readonly recordedAt: string
}

const at = (m: Moment): string => `${m.recordedOn} ${m.recordedAt}`

/** The document as it was known at the end of a minute, or (`before`) at its beginning. The same object where nothing is later. */
export function knownUntil<R extends Row>(doc: Document<R>, moment: Moment, before = false): Document<R> {
  const until = at(moment)
  const known = (f: FactBase): boolean => (before ? at(f) < until : at(f) <= until)
  return [...doc.rows.values()].every((row) => row.facts.every(known)) ? doc : knownWhere(doc, known)
}
