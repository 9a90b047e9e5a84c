// Takes everything about one person out of the database, in the caller's transaction: dossier, account, devices, the log of every op on
// the dossier, what imports remember. What they signed in other people's records and in school files stays: it is those records' account of who decided.
// Must not touch files; the answer names the pictures that nobody else's record names.

import { sql } from 'kysely'
import { canonical } from '../../wire/canonical.ts'
import type { OpResult } from '../../wire/result.ts'
import { rowFrom, rowsFrom, type Tx } from '../store/database.ts'
import { noteErasure } from '../store/erasures.ts'
import { scrubImports } from './scrub-imports.ts'

/** How much there is of a person, or was. */
export interface Amounts {
  readonly rows: number
  readonly ops: number
  readonly devices: number
  readonly files: number
  /** Rows of other documents with their signature; these stay. */
  readonly signatures: number
}

export const sumOf = (list: readonly Amounts[]): Amounts =>
  list.reduce(
    (a, b) => ({
      rows: a.rows + b.rows,
      ops: a.ops + b.ops,
      devices: a.devices + b.devices,
      files: a.files + b.files,
      signatures: a.signatures + b.signatures,
    }),
    { rows: 0, ops: 0, devices: 0, files: 0, signatures: 0 },
  )

export interface Gone {
  readonly amounts: Amounts
  /** Every picture the dossier named. */
  readonly files: readonly string[]
  /** Those of them that no other document names. */
  readonly own: readonly string[]
}

const ERASED = canonical({ is: 'refused', code: 'document.erased', field: null } satisfies OpResult)

const rowsOf = (district: string, person: string) => sql`district = ${district} and subject_kind = 'teacher' and subject_id = ${person}`

/** Hashes of the pictures that the dossier names. */
async function namedFiles(tx: Tx, district: string, person: string): Promise<string[]> {
  const rows = await rowsFrom(
    tx,
    sql<{ hash: string }>`
    select distinct m[1] as hash from document_row, regexp_matches(content, '"([0-9a-f]{64})"', 'g') m where ${rowsOf(district, person)}
    order by hash`,
  )
  return rows.map((row) => row.hash)
}

/** Those of these pictures that no document but the person's own names. */
export async function unnamedBut(tx: Tx, district: string, person: string, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return []
  const rows = await rowsFrom(
    tx,
    sql<{ hash: string }>`select hash from unnest(${hashes}::text[]) as t (hash)
    where not exists (select from document_row o where o.district = ${district} and not (o.subject_kind = 'teacher' and o.subject_id = ${person}) and position(t.hash in o.content) > 0)`,
  )
  return rows.map((row) => row.hash)
}

/** `all`: every id of the same person. */
export async function amountsOf(tx: Tx, district: string, person: string, all: readonly string[] = [person]): Promise<Amounts> {
  const counted = await rowFrom(
    tx,
    sql<Omit<Amounts, 'files'>>`select
    (select count(*) from document_row where ${rowsOf(district, person)}) as rows,
    (select count(*) from op_log where ${rowsOf(district, person)}) as ops,
    (select count(*) from device where district = ${district} and person = ${person}) as devices,
    (select count(*) from document_row where district = ${district} and not (subject_kind = 'teacher' and subject_id = any (${all}::text[]))
      and position(${`"by":"${person}"`} in content) > 0) as signatures`,
  )
  if (counted === null) throw new Error('counting gave nothing')
  return { ...counted, files: (await unnamedBut(tx, district, person, await namedFiles(tx, district, person))).length }
}

/**
 * Again and again the same: what is gone already is nothing to take away. The document is locked first, as everywhere.
 * `known`: pictures it named the first time.
 */
export async function erasePerson(tx: Tx, district: string, person: string, on: string, known: readonly string[] = []): Promise<Gone> {
  await sql`select 1 from document where ${rowsOf(district, person)} for update`.execute(tx)
  const amounts = await amountsOf(tx, district, person)
  const files = [...new Set([...known, ...(await namedFiles(tx, district, person))])].sort()
  const own = await unnamedBut(tx, district, person, files)
  await scrubImports(tx, district, person)
  const mine = sql`district = ${district} and person = ${person}`
  await sql`delete from document_row where ${rowsOf(district, person)}`.execute(tx)
  await sql`delete from document where ${rowsOf(district, person)}`.execute(tx)
  await sql`delete from op_log where ${rowsOf(district, person)} and actor = ${person}`.execute(tx)
  // What colleagues did to the dossier: that their device used this number stays (a gap would look like a copied phone), what it said goes.
  await sql`update op_log set content = '{}', content_hash = '', transport = '{}', result = ${ERASED} where ${rowsOf(district, person)}`.execute(
    tx,
  )
  // What they decided about others stays decided; on which device and when is nobody's business any more.
  await sql`update op_log set device = 'erased', transport = '{"by":"erased"}' where district = ${district} and actor = ${person}`.execute(
    tx,
  )
  await sql`update security_event set person = null, device = null where ${mine}`.execute(tx)
  for (const table of ['standing', 'posting', 'session', 'credential', 'invite', 'device'] as const)
    await sql`delete from ${sql.table(table)} where ${mine}`.execute(tx)
  await sql`delete from person where district = ${district} and id = ${person}`.execute(tx)
  await noteErasure(tx, { district, person, on, files })
  return { amounts, files, own }
}

/** Whether anything of an erased person is there (again): an older backup or another disk brought it. */
export async function isThere(tx: Tx, district: string, person: string): Promise<boolean> {
  const found = await rowFrom(
    tx,
    sql<{ there: boolean }>`select exists (select from person where district = ${district} and id = ${person})
    or exists (select from document where ${rowsOf(district, person)}) or not exists (select from erasure where district = ${district} and person = ${person}) as there`,
  )
  return found?.there === true
}
