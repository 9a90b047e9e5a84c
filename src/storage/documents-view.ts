// Several documents as a person sees them, in one read: the dossiers of a school for reviewing, the files of a school and the
// ones below it. Those this phone has neither received nor changed are left out. A document that did not change is the same object.

import { subjectKey, type Document, type Subject } from '../domain/document.ts'
import { isShownFromHere } from './overlay.ts'
import { read, type Phone } from './phone.ts'
import { byKey, overlayOf, unsettledOps, visibleReference } from './visible.ts'

export const documentsView = (phone: Phone, subjects: readonly Subject[]): Promise<Map<string, Document>> =>
  read(phone, async (database) => {
    const found = new Map<string, Document>()
    const reference = await visibleReference(phone, database)
    if (reference === null || subjects.length === 0) return found
    const keys = subjects.map(subjectKey)
    const records = await database.documents.bulkGet(keys)
    const ops = byKey(await unsettledOps(database))
    keys.forEach((key, i) => {
      const record = records[i]
      const own = ops.get(key) ?? []
      if (record !== undefined || own.some(isShownFromHere)) found.set(key, overlayOf(phone, key, record, own, reference))
    })
    return found
  })
