// Whole documents and changed rows of an answer, written over what is held. Rows of documents not held are left alone:
// those arrive whole when they come into scope. Whole ones are packed and hashed before the transaction.

import { subjectKey, type Subject } from '../domain/document.ts'
import type { RowText, SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import { packDocument, packDocumentBy, withRows } from './packed.ts'
import type { Phone } from './phone.ts'
import type { DocumentRecord } from './tables.ts'

/** The whole documents of an answer as they will be kept. */
export async function packWhole({ hash }: Phone, { documents }: Pick<SyncResponse, 'documents'>): Promise<DocumentRecord[]> {
  if (hash === undefined) return documents.map(({ subject, rows }) => packDocument(subject as Subject, rows))
  return Promise.all(documents.map(({ subject, rows }) => packDocumentBy(hash, subject as Subject, rows)))
}

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
