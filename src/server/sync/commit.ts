// Writes what was decided: the district's counter last of the locks and once, then rows, digests, what follows from them, and every
// result, all under that one number. One transaction, one number; nothing is written when nothing is new.

import type { Document, Row } from '../../domain/document.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { digestOf, rowText } from '../../wire/document-text.ts'
import type { RowText } from '../../wire/sync.ts'
import { sha256 } from '../digest.ts'
import { fileProjection, teacherProjection, waitingOf } from '../reference/project.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import type { DocumentWrite, StoredDocument } from '../store/documents.ts'
import type { OpEntry } from '../store/ops.ts'
import type { FileProjection, TeacherProjection } from '../store/projections.ts'
import { writeAll } from '../store/write-all.ts'
import type { Tx } from '../store/database.ts'

/** What the change was made on: the locked document's rows. */
export type ChangedFrom = Pick<StoredDocument, 'rows'>

export interface Changed {
  readonly stored: ChangedFrom
  readonly document: Document
  readonly rows: readonly Row[]
}

/** Row kinds by which the reference data, or the activities in it, become others. */
const REFERENCE_KINDS = new Set(['place', 'role', 'setting'])

/** `last`: nothing follows in the transaction. */
export async function commit(
  tx: Tx,
  at: ReferenceAt,
  changed: readonly Changed[],
  entries: readonly OpEntry[],
  { last = false } = {},
): Promise<void> {
  if (changed.length === 0 && entries.length === 0) return
  const { policy } = at.reference
  const writes: DocumentWrite[] = []
  const teachers: TeacherProjection[] = []
  const files: FileProjection[] = []
  for (const { stored, document, rows } of changed) {
    const texts = rows.map(rowText)
    const digest = digestOf(document.subject, merged(stored.rows, texts), sha256)
    if (document.subject.kind === 'teacher') {
      teachers.push(teacherProjection(document as Dossier, policy))
      writes.push({ subject: document.subject, digest, rows: texts, ...waitingOf(document as Dossier, policy) })
    } else {
      files.push(fileProjection(document))
      writes.push({ subject: document.subject, digest, rows: texts, waitsSchool: false, waitsDistrict: false })
    }
  }
  const kinds = new Set(changed.filter((c) => c.document.subject.kind !== 'teacher').flatMap((c) => c.rows.map((row) => row.kind)))
  const touches = { reference: [...kinds].some((kind) => REFERENCE_KINDS.has(kind)), activities: kinds.has('activity') }
  await writeAll(tx, at.district.id, {
    documents: writes,
    teachers,
    files,
    ops: entries,
    expectedReference: at.district.referenceChange,
    touches,
    last,
  })
}

function merged(before: readonly RowText[], changes: readonly RowText[]): RowText[] {
  const rows = new Map(before.map((row) => [row.id, row]))
  for (const row of changes) rows.set(row.id, row)
  return [...rows.values()]
}
