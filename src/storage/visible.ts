// Reading what a person sees, inside a transaction of the caller: documents and reference with own unsettled ops laid over.
// Parsed documents are kept in memory by version; a version never means two documents.

import { emptyDocument, subjectKey, type Document, type Subject } from '../domain/document.ts'
import type { Reference } from '../domain/reference.ts'
import { activitiesOf, referenceWith, rolesOf, schoolInfoOf } from '../domain/reference-from.ts'
import type { YantuDatabase } from './database.ts'
import { readMeta, type Metas } from './meta.ts'
import { isShownFromHere, layOver, overlayVersion } from './overlay.ts'
import { subjectOf, unpackDocument } from './packed.ts'
import type { Phone } from './phone.ts'
import type { DocumentRecord, OutboxRecord } from './tables.ts'

export interface KnownReference {
  readonly hash: string
  readonly value: Reference
}

/** The reference as the server said; null until the first sync brought it. */
export async function baseReference(phone: Phone, database: YantuDatabase, metas?: Metas): Promise<KnownReference | null> {
  // Its text is long: read again only when it is another one than the one in memory.
  const known = phone.memory.reference
  if (known !== null && (metas === undefined ? await readMeta(database, 'referenceHash') : metas.get('referenceHash')) === known.hash)
    return known
  const record = await database.reference.get('current')
  if (record === undefined) return null
  if (phone.memory.reference?.hash !== record.hash) {
    phone.memory.reference = { hash: record.hash, value: JSON.parse(record.content) as Reference }
  }
  return phone.memory.reference
}

/** All unsettled ops, in the order they were made. */
export async function unsettledOps(database: YantuDatabase): Promise<OutboxRecord[]> {
  // In the order of letters nothing else lies between them. Not anyOf: that walks with a cursor, and every step is a question to the storage.
  const unsettled = await database.outbox.where('state').between('acked', 'pending', true, true).toArray()
  return unsettled.sort((a, b) => a.n - b.n)
}

/** Of them those on files: dossiers' keys come after all others, and nobody reads thousands of ops to find that none is on a file. */
async function opsOnFiles(database: YantuDatabase): Promise<OutboxRecord[]> {
  const found = await database.outbox.where('key').below('teacher:').toArray()
  return found.filter(({ state }) => state >= 'acked' && state <= 'pending').sort((a, b) => a.n - b.n)
}

/** Ops by the document they concern, in the order they were made. */
export function byKey(ops: readonly OutboxRecord[]): Map<string, OutboxRecord[]> {
  const found = new Map<string, OutboxRecord[]>()
  for (const op of [...ops].sort((a, b) => a.n - b.n)) {
    const own = found.get(op.key)
    if (own === undefined) found.set(op.key, [op])
    else own.push(op)
  }
  return found
}

/** The document over which ops were laid; documents never received count as empty. */
export function overlayOf(
  phone: Phone,
  key: string,
  record: DocumentRecord | undefined,
  ops: readonly OutboxRecord[],
  reference: KnownReference,
): Document {
  const own = ops.filter((op) => op.key === key && isShownFromHere(op))
  const version = overlayVersion(record?.digest ?? '', own, reference.hash)
  const kept = phone.memory.overlays.get(key)
  if (kept !== undefined && kept.version === version) return kept.document
  const base = record === undefined ? emptyDocument(subjectOf(key)) : unpackDocument(record)
  const document = layOver(base, own, phone.owner.name, reference.value)
  phone.memory.overlays.set(key, { version, document })
  return document
}

/** What the person sees of one subject; null when the phone has neither the document nor an op on it. */
export async function visible(phone: Phone, database: YantuDatabase, subject: Subject): Promise<Document | null> {
  const key = subjectKey(subject)
  // Asked together: each question to the storage costs a phone more than answering it.
  const [reference, record, own] = await Promise.all([
    visibleReference(phone, database),
    database.documents.get(key),
    database.outbox.where('key').equals(key).toArray(),
  ])
  if (reference === null) return null
  const ops = own.sort((a, b) => a.n - b.n)
  if (record === undefined && !ops.some(isShownFromHere)) return null
  return overlayOf(phone, key, record, ops, reference)
}

/** Of a file the phone does not hold: the activities and roles just made, and the school where it was opened here. */
function withNew(value: Reference, file: Document): Reference {
  const school = schoolInfoOf(file)
  const opened = school === null || value.schools.some((s) => s.id === school.id) ? [] : [school]
  return {
    ...value,
    schools: [...value.schools, ...opened],
    roles: [...value.roles, ...rolesOf(file)],
    activities: [...value.activities, ...activitiesOf(file)],
  }
}

/**
 * The reference with the person's own unsettled school and district ops seen through: an activity just registered can be
 * granted at once, offline. Same hash, same value. `known`, `metas`: all unsettled ops and the single values, where they were read already.
 */
export async function visibleReference(
  phone: Phone,
  database: YantuDatabase,
  known?: readonly OutboxRecord[],
  metas?: Metas,
): Promise<KnownReference | null> {
  const [base, unsettled] = await Promise.all([baseReference(phone, database, metas), known ?? opsOnFiles(database)])
  if (base === null) return null
  const ops = unsettled.filter((op) => op.content.subject.kind !== 'teacher')
  if (ops.length === 0) return base
  const hash = [base.hash, ...ops.map((op) => op.op)].join(' ')
  if (phone.memory.seenReference?.hash === hash) return phone.memory.seenReference
  const keys = [...new Set(ops.map((op) => op.key))]
  const records = await database.documents.bulkGet(keys)
  // In the order the files were first acted on: a school opened here may already stand above the next one.
  let seen = base
  keys.forEach((key, i) => {
    const record = records[i]
    const file = overlayOf(phone, key, record, ops, seen)
    // A file the phone does not hold says nothing of its other rows: only add what is new.
    const value = record === undefined ? withNew(seen.value, file) : referenceWith(seen.value, [file])
    seen = {
      hash: `${seen.hash} ${ops
        .filter((op) => op.key === key)
        .map((op) => op.op)
        .join(' ')}`,
      value,
    }
  })
  phone.memory.seenReference = { hash, value: seen.value }
  return phone.memory.seenReference
}
