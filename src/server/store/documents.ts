// Documents and their rows as the database keeps them: canonical text, one lock row a document.
// Must not interpret a row's content; that is the domain's.

import { sql } from 'kysely'
import type { Subject } from '../../domain/document.ts'
import { subjectKey } from '../../domain/document.ts'
import { rowsFromLines } from '../../wire/document-text.ts'
import type { RowText } from '../../wire/sync.ts'
import { rowsFrom, type Tx } from './database.ts'

export interface StoredDocument {
  readonly subject: Subject
  readonly change: number
  readonly digest: string
  readonly rows: readonly RowText[]
}

interface DocumentLine {
  readonly kind: Subject['kind']
  readonly id: string
  readonly change: number
  readonly digest: string
}
interface Lines {
  readonly kind: Subject['kind']
  readonly id: string
  readonly lines: string
}

export const subjectOf = (kind: Subject['kind'], id: string): Subject => ({ kind, id }) as Subject
const kinds = (subjects: readonly Subject[]): string[] => subjects.map((s) => s.kind)
const ids = (subjects: readonly Subject[]): string[] => subjects.map((s) => s.id)

/** Locks documents until the end of the transaction, making those that are new; in the order of their keys, so that nobody waits in a circle. */
export async function lockDocuments(tx: Tx, district: string, subjects: readonly Subject[]): Promise<StoredDocument[]> {
  const sorted = [...subjects].sort((a, b) => (subjectKey(a) < subjectKey(b) ? -1 : 1))
  const lock = (): Promise<DocumentLine[]> =>
    rowsFrom(
      tx,
      sql<DocumentLine>`
    select subject_kind as kind, subject_id as id, change, digest from document
    where district = ${district} and (subject_kind, subject_id) in (select * from unnest(${kinds(sorted)}::text[], ${ids(sorted)}::text[]))
    order by subject_kind collate "C", subject_id collate "C" for update`,
    )
  const locked = await lock()
  if (locked.length === sorted.length) return withRows(tx, district, locked)
  await sql`insert into document (district, subject_kind, subject_id)
    select ${district}, k, i from unnest(${kinds(sorted)}::text[], ${ids(sorted)}::text[]) as s (k, i) order by k collate "C", i collate "C"
    on conflict do nothing`.execute(tx)
  return withRows(tx, district, await lock())
}

/** Locks one document that exists until the end of the transaction; false where there is none (or none in reach). */
export async function lockExisting(tx: Tx, district: string, { kind, id }: Subject): Promise<boolean> {
  const locked = await rowsFrom(
    tx,
    sql<{ locked: boolean }>`
    select true as locked from document where district = ${district} and subject_kind = ${kind} and subject_id = ${id} for update`,
  )
  return locked.length > 0
}

/** Documents as they are now, in the order asked; those that do not exist (or are out of reach) are left out. */
export async function readDocuments(tx: Tx, district: string, subjects: readonly Subject[]): Promise<StoredDocument[]> {
  const lines = await rowsFrom(
    tx,
    sql<DocumentLine>`
    select d.subject_kind as kind, d.subject_id as id, d.change, d.digest
    from unnest(${kinds(subjects)}::text[], ${ids(subjects)}::text[]) with ordinality as s (k, i, at)
    join document d on d.district = ${district} and d.subject_kind = s.k and d.subject_id = s.i
    where d.change > 0 order by s.at`,
  )
  return withRows(tx, district, lines)
}

/** Documents for reading alone, in the order asked: all rows of each in one text (`documentFromJson`). */
export async function readRowsOf(
  tx: Tx,
  district: string,
  kind: Subject['kind'],
  subjects: readonly string[],
): Promise<{ readonly id: string; readonly rows: string }[]> {
  return rowsFrom(
    tx,
    sql<{ id: string; rows: string }>`
    select d.subject_id as id, coalesce((
      select '[' || string_agg('["' || r.id || '","' || r.kind || '",' || r.content || ']', ',') || ']' from document_row r
      where r.district = ${district} and r.subject_kind = ${kind} and r.subject_id = s.i), '[]') as rows
    from unnest(${subjects}::text[]) with ordinality as s (i, at)
    join document d on d.district = ${district} and d.subject_kind = ${kind} and d.subject_id = s.i
    where d.change > 0 order by s.at`,
  )
}

async function withRows(tx: Tx, district: string, lines: readonly DocumentLine[]): Promise<StoredDocument[]> {
  const subjects = lines.map((line) => subjectOf(line.kind, line.id))
  // One text a document instead of a message a row: a school's dossiers have sixty thousand.
  const texts = await rowsFrom(
    tx,
    sql<Lines>`
    select s.k as kind, s.i as id, string_agg(r.id || ' ' || r.kind || ' ' || r.content, e'\\n') as lines
    from unnest(${kinds(subjects)}::text[], ${ids(subjects)}::text[]) as s (k, i)
    join document_row r on r.district = ${district} and r.subject_kind = s.k and r.subject_id = s.i group by s.k, s.i`,
  )
  const byKey = new Map(texts.map(({ kind, id, lines }) => [`${kind}:${id}`, rowsFromLines(lines)]))
  return lines.map((line, i) => {
    const subject = subjects[i] ?? subjectOf(line.kind, line.id)
    return { subject, change: line.change, digest: line.digest, rows: byKey.get(subjectKey(subject)) ?? [] }
  })
}

/** Changed rows of a document locked by this transaction, and what is kept beside it. */
export interface DocumentWrite {
  readonly subject: Subject
  readonly digest: string
  readonly rows: readonly RowText[]
  readonly waitsSchool: boolean
  readonly waitsDistrict: boolean
}
