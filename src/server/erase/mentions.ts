// Where others' records name somebody who is erased: found, counted and rewritten in the caller's transaction. The documents are locked
// first, as everywhere; with a change number phones that hold the rows get them anew, without one (nothing may count up yet) the next
// generation tells them.

import { sql } from 'kysely'
import type { Subject } from '../../domain/document.ts'
import { canonical } from '../../wire/canonical.ts'
import { digestOf } from '../../wire/document-text.ts'
import { sha256 } from '../digest.ts'
import { rowsFrom, type Tx } from '../store/database.ts'
import { readDocuments, subjectOf } from '../store/documents.ts'
import { factsWithout, NAMING_KINDS, withoutPerson } from './without-person.ts'

interface Line {
  readonly kind: Subject['kind']
  readonly subject: string
  readonly id: string
  readonly content: string
}
type Facts = readonly Readonly<Record<string, unknown>>[]

const quoted = (people: readonly string[]): string[] => people.map((id) => `"${id}"`)

/** `without`: dossiers that go as a whole. */
async function naming(
  tx: Tx,
  district: string,
  people: readonly string[],
  without: readonly string[],
): Promise<{ line: Line; content: string }[]> {
  const lines = await rowsFrom(
    tx,
    sql<Line>`select subject_kind as kind, subject_id as subject, id, content from document_row
    where district = ${district} and kind = any (${[...NAMING_KINDS]}::text[]) and not (subject_kind = 'teacher' and subject_id = any (${[...without]}::text[]))
      and exists (select from unnest(${quoted(people)}::text[]) as t (id) where position(t.id in content) > 0) order by subject_kind, subject_id, id`,
  )
  return lines.flatMap((line) => {
    const facts = JSON.parse(line.content) as Facts
    const kept = people.reduce<Facts>(factsWithout, facts)
    return kept === facts ? [] : [{ line, content: canonical(kept) }]
  })
}

export const mentionsOf = async (tx: Tx, district: string, people: readonly string[]): Promise<number> =>
  (await naming(tx, district, people, people)).length

/** Locks the documents of others that name these people; to be called before the district's counter is taken. */
export async function lockMentions(tx: Tx, district: string, people: readonly string[]): Promise<number> {
  const found = await naming(tx, district, people, people)
  const subjects = new Map(found.map(({ line }) => [`${line.kind}:${line.subject}`, line]))
  for (const [, { kind, subject }] of [...subjects].sort(([a], [b]) => (a < b ? -1 : 1)))
    await sql`select 1 from document where district = ${district} and subject_kind = ${kind} and subject_id = ${subject} for update`.execute(
      tx,
    )
  return found.length
}

/** How many rows were rewritten. `change`: the number they stand under from now on; null keeps the one they have. */
export async function dropMentions(tx: Tx, district: string, people: readonly string[], change: number | null): Promise<number> {
  const found = await naming(tx, district, people, people)
  for (const { line, content } of found)
    await sql`update document_row set content = ${content}, change = coalesce(${change}::bigint, change) where district = ${district} and subject_kind = ${line.kind} and subject_id = ${line.subject} and id = ${line.id}`.execute(
      tx,
    )
  const subjects = [...new Map(found.map(({ line }) => [`${line.kind}:${line.subject}`, subjectOf(line.kind, line.subject)])).values()]
  for (const { subject, rows } of await readDocuments(tx, district, subjects))
    await sql`update document set digest = ${digestOf(subject, rows, sha256)}, change = coalesce(${change}::bigint, change) where district = ${district} and subject_kind = ${subject.kind} and subject_id = ${subject.id}`.execute(
      tx,
    )
  return found.length
}

/** What was sent about others and named them. The op's hash stays: sent again, it is still known. */
export async function dropFromLog(tx: Tx, district: string, people: readonly string[]): Promise<void> {
  const ops = await rowsFrom(
    tx,
    sql<{
      op: string
      content: string
    }>`select op, content from op_log where district = ${district} and not (subject_kind = 'teacher' and subject_id = any (${[...people]}::text[]))
    and exists (select from unnest(${quoted(people)}::text[]) as t (id) where position(t.id in content) > 0)`,
  )
  for (const { op, content } of ops) {
    const said = JSON.parse(content) as { readonly args?: Readonly<Record<string, unknown>> }
    if (said.args === undefined) continue
    const args = people.reduce(withoutPerson, said.args)
    if (args !== said.args)
      await sql`update op_log set content = ${canonical({ ...said, args })} where district = ${district} and op = ${op}`.execute(tx)
  }
}
