// Standings on the phone: one row a teacher, from base + pending, written in the same transaction as the save or settle
// that changed it. A cache: `recount` of everything gives the same rows.

import { rowsOf, type Document } from '../domain/document.ts'
import type { Dossier } from '../domain/dossier.ts'
import { standingOf, type Standing } from '../domain/evaluate/standing.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { hashOf } from '../wire/canonical.ts'
import { countedBy } from '../wire/counted-by.ts'
import type { YantuDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { read, type Phone } from './phone.ts'
import { unpackDocument } from './packed.ts'
import { recordsWith } from './records.ts'
import type { DocumentRecord, OutboxRecord, StandingRecord } from './tables.ts'
import { byKey, overlayOf, unsettledOps, visibleReference, type KnownReference } from './visible.ts'

/** Standings that came with whole documents, by key as JSON, and by what they were counted (null: nobody said). */
export interface SentStandings {
  readonly by: string | null
  readonly texts: ReadonlyMap<string, string>
}

const NONE_SENT: SentStandings = { by: null, texts: new Map() }

/** Counted at a time, so that a whole school is never in memory at once. */
const AT_ONCE = 40
const FEW = 4

export const allStandings = (phone: Phone): Promise<StandingRecord[]> => read(phone, (database) => database.standings.toArray())

/**
 * Writes the standings of these subjects anew (others than teachers have none), inside the caller's transaction. `known`: records
 * that need not be read, because the caller has just written them. `sent`: standings of exactly these records, taken as they are where they
 * were counted as they would be here and nothing of one's own lies over the dossier.
 */
export async function recount(
  phone: Phone,
  database: YantuDatabase,
  keys: Iterable<string>,
  known: ReadonlyMap<string, DocumentRecord> = new Map(),
  sent: SentStandings = NONE_SENT,
): Promise<void> {
  const teachers = [...new Set(keys)].filter(isTeacher)
  if (teachers.length === 0) return
  const unsettled = await unsettledOps(database)
  const reference = await visibleReference(phone, database, unsettled)
  if (reference === null) return
  const ops = byKey(unsettled)
  const texts = sent.by !== null && sent.by === countedBy(reference.value.policy) ? sent.texts : NONE_SENT.texts
  for (let i = 0; i < teachers.length; i += AT_ONCE)
    await recountSome(phone, database, teachers.slice(i, i + AT_ONCE), known, ops, reference, texts)
}

async function recountSome(
  phone: Phone,
  database: YantuDatabase,
  teachers: readonly string[],
  known: ReadonlyMap<string, DocumentRecord>,
  ops: ReadonlyMap<string, OutboxRecord[]>,
  reference: KnownReference,
  sent: SentStandings['texts'],
): Promise<void> {
  const records = await recordsWith(database, teachers, known)
  const written: StandingRecord[] = []
  const gone: string[] = []
  teachers.forEach((key, i) => {
    const record = records[i]
    const own = ops.get(key) ?? []
    const ready = record === undefined || own.length > 0 ? undefined : sent.get(key)
    const standing =
      record === undefined && own.length === 0
        ? null
        : ready !== undefined
          ? { key, ...(JSON.parse(ready) as Standing) }
          : standingRecord(key, dossierOf(phone, key, record, own, reference, teachers.length <= FEW), reference)
    if (standing === null) gone.push(key)
    else written.push(standing)
  })
  await database.standings.bulkPut(written)
  if (gone.length > 0) await database.standings.bulkDelete(gone)
}

/** One of many is not remembered parsed: a whole school would fill a phone's memory, and few of it are looked at next. */
const dossierOf = (
  phone: Phone,
  key: string,
  record: DocumentRecord | undefined,
  ops: readonly OutboxRecord[],
  reference: KnownReference,
  few: boolean,
): Dossier =>
  (few || record === undefined || ops.length > 0 ? overlayOf(phone, key, record, ops, reference) : unpackDocument(record)) as Dossier

/** Writes the standings of these dossiers as they are now. */
export async function keepStandings(
  database: YantuDatabase,
  reference: KnownReference,
  documents: ReadonlyMap<string, Document>,
): Promise<void> {
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

/** Whether the standings here were counted by this build: another one may count otherwise by the same policy. */
export const countedHere = (phone: Phone, countedBy: string | undefined): boolean =>
  countedBy !== undefined && countedBy.replace(/^\S+/, '') === ` ${phone.build ?? ''}`

/** Hashes of policies by their text, which tells a long and rarely changing one apart at a tenth of what hashing it costs. */
const policyHashes = new Map<string, string>()
const MOST_POLICIES = 4

function hashOfPolicy(policy: Policy): string {
  const text = JSON.stringify(policy)
  const known = policyHashes.get(text)
  if (known !== undefined) return known
  const hash = hashOf(policy)
  if (policyHashes.size >= MOST_POLICIES) policyHashes.clear()
  policyHashes.set(text, hash)
  return hash
}

/** After a new reference or a new build: all standings anew where policy or build is another, else only those that ops of this phone are part of. */
export async function recountForReference(phone: Phone, database: YantuDatabase): Promise<void> {
  const unsettled = await unsettledOps(database)
  const reference = await visibleReference(phone, database, unsettled)
  if (reference === null) return
  const by = `${hashOfPolicy(reference.value.policy)} ${phone.build ?? ''}`
  if ((await readMeta(database, 'countedBy')) === by)
    return recount(
      phone,
      database,
      unsettled.map((op) => op.key),
    )
  await writeMeta(database, 'countedBy', by)
  await recount(phone, database, await database.documents.where('kind').equals('teacher').primaryKeys())
}
