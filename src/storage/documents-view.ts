// Several documents as a person sees them, in one read: the dossiers of a school for reviewing, the files of a school and the
// ones below it. Those this phone has neither received nor changed are left out. A document that did not change is the same object.

import { subjectKey, type Document, type Subject } from '../domain/document.ts'
import { isShownFromHere } from './overlay.ts'
import { read, type Phone } from './phone.ts'
import type { DocumentRecord } from './tables.ts'
import { takeTurns } from './turns.ts'
import { byKey, overlayOf, unsettledOps, visibleReference } from './visible.ts'

/** So many are asked of the storage at a time: each answer is a moment in which the page stands still. A third as long as with
 *  three hundred, and the whole takes no longer. */
const AT_ONCE = 40

export async function documentsView(phone: Phone, subjects: readonly Subject[]): Promise<Map<string, Document>> {
  const keys = subjects.map(subjectKey)
  const there = await read(phone, async (database) => {
    const reference = await visibleReference(phone, database)
    if (reference === null || keys.length === 0) return null
    const records: (DocumentRecord | undefined)[] = []
    for (let n = 0; n < keys.length; n += AT_ONCE) records.push(...(await database.documents.bulkGet(keys.slice(n, n + AT_ONCE))))
    return { reference, records, ops: byKey(await unsettledOps(database)) }
  })
  const found = new Map<string, Document>()
  if (there === null) return found
  // What was read is one picture; thousands of documents are unpacked from it a few at a time.
  const turn = takeTurns()
  for (const [i, key] of keys.entries()) {
    const record = there.records[i]
    const own = there.ops.get(key) ?? []
    if (record === undefined && !own.some(isShownFromHere)) continue
    found.set(key, overlayOf(phone, key, record, own, there.reference))
    const waits = turn()
    if (waits !== null) await waits
  }
  return found
}
