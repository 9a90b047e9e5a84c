// The list of the erased, as the database keeps it: ids only, so that it says of nobody who they were.

import { sql } from 'kysely'
import { rowsFrom, type Database, type Tx } from './database.ts'

export interface Erasure {
  readonly district: string
  readonly person: string
  /** 'YYYY-MM-DD' */
  readonly on: string
  /** Hashes of the pictures that the dossier named. */
  readonly files: readonly string[]
}

export const allErasures = (db: Database | Tx): Promise<Erasure[]> =>
  rowsFrom(db, sql<Erasure>`select district, person, erased_on as "on", files from erasure order by district, person collate "C"`)

/** Who of these people was erased. */
export async function erasedAmong(tx: Tx, district: string, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await rowsFrom(
    tx,
    sql<{ person: string }>`select person from erasure where district = ${district} and person = any (${people}::text[])`,
  )
  return new Set(rows.map((row) => row.person))
}

export async function noteErasure(tx: Tx, { district, person, on, files }: Erasure): Promise<void> {
  await sql`insert into erasure (district, person, erased_on, files) values (${district}, ${person}, ${on}, ${files}::text[])
    on conflict (district, person) do update set files = array(select distinct f from unnest(erasure.files || excluded.files) f order by f)`.execute(
    tx,
  )
}
