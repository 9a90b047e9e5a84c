// Standings on the phone: one row a teacher, from base + pending, written in the same transaction as the save or settle
// that changed it. A cache: `recount` of everything gives the same rows.

import { rowsOf, type Document } from '../domain/document.ts'
import type { Dossier } from '../domain/dossier.ts'
import { standingOf } from '../domain/evaluate/standing.ts'
import type { YantuDatabase } from './database.ts'
import { read, type Phone } from './phone.ts'
import type { StandingRecord } from './tables.ts'
import { byKey, overlayOf, unsettledOps, visibleReference, type KnownReference } from './visible.ts'

export const allStandings = (phone: Phone): Promise<StandingRecord[]> => read(phone, (database) => database.standings.toArray())

/** Writes the standings of these subjects anew (others than teachers have none), inside the caller's transaction. */
export async function recount(phone: Phone, database: YantuDatabase, keys: Iterable<string>): Promise<void> {
  const teachers = [...new Set(keys)].filter(isTeacher)
  if (teachers.length === 0) return
  const [unsettled, records] = await Promise.all([unsettledOps(database), database.documents.bulkGet(teachers)])
  const reference = await visibleReference(phone, database, unsettled)
  if (reference === null) return
  const ops = byKey(unsettled)
  const written: StandingRecord[] = []
  const gone: string[] = []
  teachers.forEach((key, i) => {
    const record = records[i]
    const own = ops.get(key) ?? []
    const standing = record === undefined && own.length === 0 ? null : standingRecord(key, overlayOf(phone, key, record, own, reference) as Dossier, reference)
    if (standing === null) gone.push(key)
    else written.push(standing)
  })
  await database.standings.bulkPut(written)
  await database.standings.bulkDelete(gone)
}

/** Writes the standings of these dossiers as they are now. */
export async function keepStandings(database: YantuDatabase, reference: KnownReference, documents: ReadonlyMap<string, Document>): Promise<void> {
  const standings: StandingRecord[] = []
  documents.forEach((document, key) => {
    const standing = isTeacher(key) ? standingRecord(key, document as Dossier, reference) : null
    if (standing !== null) standings.push(standing)
  })
  if (standings.length > 0) await database.standings.bulkPut(standings)
}

const isTeacher = (key: string): boolean => key.indexOf('teacher:') === 0

const standingRecord = (key: string, dossier: Dossier, reference: KnownReference): StandingRecord | null =>
  rowsOf(dossier, 'person').length === 0 ? null : { key, ...standingOf(reference.value.policy, dossier) }

/** All standings anew, for new policy. */
export async function recountAll(phone: Phone, database: YantuDatabase): Promise<void> {
  const keys = await database.documents.where('kind').equals('teacher').primaryKeys()
  await recount(phone, database, keys)
}
