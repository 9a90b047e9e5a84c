// A school's or district's file as pages need it: the visible rows, and which of them are only on this phone.

import type { Document, Subject } from '../domain/document.ts'
import { subjectKey } from '../domain/document.ts'
import type { RowId } from '../domain/ids.ts'
import { read, type Phone } from './phone.ts'
import { visible } from './visible.ts'

export const fileView = (phone: Phone, subject: Subject): Promise<{ file: Document; unsent: ReadonlySet<RowId> } | null> =>
  read(phone, async (database) => {
    const file = await visible(phone, database, subject)
    if (file === null) return null
    const ops = await database.outbox.where('key').equals(subjectKey(subject)).toArray()
    return { file, unsent: new Set(ops.filter((op) => op.state === 'pending').map((op) => op.row as RowId)) }
  })
