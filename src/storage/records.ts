// Records of documents by key, in the order asked. What the caller has just written is not read back: a school's dossiers are a
// hundred megabytes.

import type { YantuDatabase } from './database.ts'
import type { DocumentRecord } from './tables.ts'

export async function recordsWith(
  database: YantuDatabase,
  keys: readonly string[],
  known: ReadonlyMap<string, DocumentRecord>,
): Promise<(DocumentRecord | undefined)[]> {
  const unknown = keys.filter((key) => !known.has(key))
  const read = unknown.length === 0 ? [] : await database.documents.bulkGet(unknown)
  const found = new Map(unknown.map((key, i) => [key, read[i]]))
  return keys.map((key) => known.get(key) ?? found.get(key))
}
