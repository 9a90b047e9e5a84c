// Whole documents and changed rows of an answer, written over what is held. Rows of documents not held are left alone:
// those arrive whole when they come into scope.

import { subjectKey, type Subject } from '../domain/document.ts'
import type { RowText, SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import { packDocument, withRows } from './packed.ts'
import type { DocumentRecord } from './tables.ts'

/** Answers the keys of the documents that changed. */
export async function settleDocuments(database: YantuDatabase, answer: Pick<SyncResponse, 'rows' | 'documents'>): Promise<string[]> {
  const changed = new Map<string, DocumentRecord>()
  for (const whole of answer.documents) {
    const record = packDocument(whole.subject as Subject, whole.rows)
    changed.set(record.key, record)
  }
  const bySubject = new Map<string, RowText[]>()
  for (const { subject, row } of answer.rows) {
    const key = subjectKey(subject as Subject)
    const rows = bySubject.get(key)
    if (rows === undefined) bySubject.set(key, [row])
    else rows.push(row)
  }
  const keys = [...bySubject.keys()].filter((key) => !changed.has(key))
  if (keys.length === 0 && changed.size === 0) return []
  const held = await database.documents.bulkGet(keys)
  keys.forEach((key, i) => {
    const record = held[i]
    if (record !== undefined) changed.set(key, withRows(record, bySubject.get(key) ?? []))
  })
  await database.documents.bulkPut([...changed.values()])
  return [...changed.keys()]
}
