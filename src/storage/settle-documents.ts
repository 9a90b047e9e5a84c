// Whole documents and changed rows of an answer, written over what is held. Rows of documents not held are left alone:
// those arrive whole when they come into scope. Whole ones are packed and hashed before the transaction.

import { subjectKey, type Subject } from '../domain/document.ts'
import { hashBytes, hashText } from '../wire/canonical.ts'
import type { RowText, SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import { packBytes, packDocument, packDocumentBy, withRows, type Hash } from './packed.ts'
import type { Phone } from './phone.ts'
import type { SentStandings } from './standings.ts'
import type { DocumentRecord } from './tables.ts'

export interface Whole {
  readonly records: readonly DocumentRecord[]
  /** Standings that came along, for those of the records that are what the server says they are. */
  readonly sent: SentStandings
}

/** The whole documents of an answer as they will be kept. `bytes`: of each its text, where the answer came in bulk. */
export async function packWhole(
  { hash }: Phone,
  { documents, counted }: Pick<SyncResponse, 'documents' | 'counted'>,
  bytes: readonly Uint8Array[],
): Promise<Whole> {
  const records: DocumentRecord[] = []
  // One after the other: in between the page can do something else, above all ask for the next documents.
  for (const [i, { subject, rows, size }] of documents.entries()) {
    const own = size === undefined ? undefined : bytes[i]
    if (own !== undefined) records.push(await packBytes(hash ?? ownHash, subject as Subject, own))
    else records.push(hash === undefined ? packDocument(subject as Subject, rows) : await packDocumentBy(hash, subject as Subject, rows))
  }
  const texts = new Map<string, string>()
  records.forEach(({ key, digest }, i) => {
    const document = documents[i]
    if (document?.standing !== undefined && document.digest === digest) texts.set(key, document.standing)
  })
  return { records, sent: { by: counted ?? null, texts } }
}

const ownHash: Hash = (text) => Promise.resolve(typeof text === 'string' ? hashText(text) : hashBytes(text))

/** Answers the documents that changed, by key, as they are now. */
export async function settleDocuments(
  database: YantuDatabase,
  answer: Pick<SyncResponse, 'rows'>,
  whole: readonly DocumentRecord[],
): Promise<Map<string, DocumentRecord>> {
  const changed = new Map(whole.map((record) => [record.key, record]))
  const bySubject = new Map<string, RowText[]>()
  for (const { subject, row } of answer.rows) {
    const key = subjectKey(subject as Subject)
    const rows = bySubject.get(key)
    if (rows === undefined) bySubject.set(key, [row])
    else rows.push(row)
  }
  const keys = [...bySubject.keys()].filter((key) => !changed.has(key))
  if (keys.length === 0 && changed.size === 0) return changed
  const held = keys.length === 0 ? [] : await database.documents.bulkGet(keys)
  keys.forEach((key, i) => {
    const record = held[i]
    if (record !== undefined) changed.set(key, withRows(record, bySubject.get(key) ?? []))
  })
  await database.documents.bulkPut([...changed.values()])
  return changed
}
