// How a document is written down: each row as canonical text, the document's digest over all of them sorted by id.
// Phone and server keep the text as it came, so equal digests mean equal bytes.

import type { Document, FactBase, Row, Subject } from '../domain/document.ts'
import { subjectKey } from '../domain/document.ts'
import type { RowId } from '../domain/ids.ts'
import { canonical, hashText } from './canonical.ts'
import type { RowText } from './sync.ts'

/** A row's content: its facts in canonical form. Id and kind travel beside it. */
export const rowText = (row: Row): RowText => ({ id: row.id, kind: row.kind, content: canonical(row.facts) })

/** The row back from its text. Content comes from the server (or was made here), so its shape is trusted. */
export const rowFromText = (text: RowText): Row => ({
  id: text.id as RowId,
  kind: text.kind,
  facts: JSON.parse(text.content) as FactBase[],
})

export function documentFromText(subject: Subject, rows: Iterable<RowText>): Document {
  const map = new Map<RowId, Row>()
  for (const text of rows) map.set(text.id as RowId, rowFromText(text))
  return { subject, rows: map }
}

/** A document from all its rows in one text, `[[id, kind, content], …]`, parsed at once: a third less work than row by row. */
export function documentFromJson(subject: Subject, rows: string): Document {
  const map = new Map<RowId, Row>()
  for (const [id, kind, facts] of JSON.parse(rows) as [RowId, string, FactBase[]][]) map.set(id, { id, kind, facts })
  return { subject, rows: map }
}

/** The rows sorted by id, a line 'id kind content' each (canonical content has no line breaks). */
export function linesOf(rows: Iterable<RowText>): string {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return sorted.map((row) => `${row.id} ${row.kind} ${row.content}`).join('\n')
}

/** The rows back from their lines, in the order of these. */
export function rowsFromLines(text: string): RowText[] {
  if (text === '') return []
  return text.split('\n').map((line) => {
    const kindAt = line.indexOf(' ') + 1
    const contentAt = line.indexOf(' ', kindAt) + 1
    return { id: line.slice(0, kindAt - 1), kind: line.slice(kindAt, contentAt - 1), content: line.slice(contentAt) }
  })
}

/** What a document's digest is the hash of, in one call: the subject's key and its lines. */
export const digestedText = (subject: Subject, lines: string): string =>
  lines === '' ? subjectKey(subject) : `${subjectKey(subject)}\n${lines}`

/** A document's digest from the SHA-256 of `digestedText`: the first 16 hex digits. */
export const digestFrom = (hash: string): string => hash.slice(0, 16)

/** `hash`: another SHA-256, where a faster one is at hand. */
export const digestOf = (subject: Subject, rows: Iterable<RowText>, hash: (text: string) => string = hashText): string =>
  digestFrom(hash(digestedText(subject, linesOf(rows))))

/** Digest of a set of subjects, for `held`. */
export const heldDigest = (keys: Iterable<string>, hash: (text: string) => string = hashText): string =>
  hash([...keys].sort().join('\n')).slice(0, 16)
