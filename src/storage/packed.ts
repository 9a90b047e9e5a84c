// A document as one text: its rows, sorted by id, each a line 'id kind content' (canonical content has no line breaks).
// One record per document instead of one per row makes reading a school twenty times faster.

import type { Document, Subject } from '../domain/document.ts'
import { hashText } from '../wire/canonical.ts'
import { digestedText, digestFrom, documentFromText, linesOf, rowsFromLines } from '../wire/document-text.ts'
import type { RowText } from '../wire/sync.ts'
import { subjectKey } from '../domain/document.ts'
import type { DocumentRecord } from './tables.ts'

/** A SHA-256 of UTF-8 text, lower-case hex, that may take its time. */
export type Hash = (text: string | Uint8Array) => Promise<string>

export const packDocument = (subject: Subject, rows: Iterable<RowText>): DocumentRecord => {
  const text = linesOf(rows)
  return { key: subjectKey(subject), kind: subject.kind, text, digest: digestFrom(hashText(digestedText(subject, text))) }
}

/** The same outside a transaction, where a faster hash than our own can be awaited. */
export async function packDocumentBy(hash: Hash, subject: Subject, rows: Iterable<RowText>): Promise<DocumentRecord> {
  const text = linesOf(rows)
  return { key: subjectKey(subject), kind: subject.kind, text, digest: digestFrom(await hash(digestedText(subject, text))) }
}

/** From the bytes that the digest is the hash of. What is another document's is kept with no digest at all, so that it is found unequal. */
export async function packBytes(hash: Hash, subject: Subject, bytes: Uint8Array): Promise<DocumentRecord> {
  const key = subjectKey(subject)
  // Hashed first, elsewhere, so that the request for the next page gets out before this one is decoded.
  const digest = digestFrom(await hash(bytes))
  const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const own = all === key || all.indexOf(`${key}\n`) === 0
  return { key, kind: subject.kind, text: own ? all.slice(key.length + 1) : '', digest: own ? digest : '' }
}

/** The record with newer rows laid over it. */
export function withRows(record: DocumentRecord, newer: readonly RowText[]): DocumentRecord {
  const rows = new Map(rowsFromLines(record.text).map((row) => [row.id, row]))
  for (const row of newer) rows.set(row.id, row)
  return packDocument(subjectOf(record.key), rows.values())
}

export const unpackDocument = (record: DocumentRecord): Document => documentFromText(subjectOf(record.key), rowsFromLines(record.text))

/** 'teacher:ID' back into a subject; keys come from subjectKey alone. */
export function subjectOf(key: string): Subject {
  const at = key.indexOf(':')
  return { kind: key.slice(0, at), id: key.slice(at + 1) } as Subject
}
