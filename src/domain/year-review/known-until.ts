// Known at a minute: a snapshot is handed in at a minute of a day, and the rest of that day comes after it. Facts of the very
// minute may lie on either side, so comparing asks both ways.

import type { Document, FactBase, Row } from '../document.ts'

/** Day and minute of the server. */
export interface Moment {
  readonly recordedOn: string
  readonly recordedAt: string
}

const at = (m: Moment): string => `${m.recordedOn} ${m.recordedAt}`

/** The document as it was known at the end of a minute, or (`before`) at its beginning. The same object where nothing is later. */
export function knownUntil<D extends Document>(doc: D, moment: Moment, before = false): D {
  const until = at(moment)
  const known = (f: FactBase): boolean => (before ? at(f) < until : at(f) <= until)
  if ([...doc.rows.values()].every((row) => row.facts.every(known))) return doc
  const rows = new Map<Row['id'], Row>()
  for (const row of doc.rows.values()) {
    const facts = row.facts.filter(known)
    if (facts.length > 0) rows.set(row.id, facts.length === row.facts.length ? row : { ...row, facts })
  }
  return { ...doc, rows }
}
