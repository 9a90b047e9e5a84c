// People and their devices, as sync needs them.

import { sql } from 'kysely'
import { rowsFrom, type Database, type Tx } from './database.ts'

export async function personName(tx: Tx, district: string, person: string): Promise<string | null> {
  return (await knownPeople(tx, district, [person])).get(person) ?? null
}

/** Names of those of these people who are known (and in reach, or oneself). */
export async function knownPeople(tx: Tx, district: string, people: readonly string[]): Promise<Map<string, string>> {
  const found = await rowsFrom(
    tx,
    sql<{ id: string; name: string }>`select id, name from person where district = ${district} and id = any (${people}::text[])`,
  )
  return new Map(found.map((p) => [p.id, p.name]))
}

/** The person's devices that may sign: id → public key (base64url of 65 raw bytes). */
export async function signingDevices(tx: Database | Tx, district: string, person: string): Promise<Map<string, string>> {
  const found = await rowsFrom(
    tx,
    sql<{ id: string; key: string }>`
    select id, public_key as key from device where district = ${district} and person = ${person} and revoked_at is null`,
  )
  return new Map(found.map((d) => [d.id, d.key]))
}

/** A person known to the district before their dossier says so; the dossier's own facts keep the name up to date. */
export async function addPeople(
  tx: Tx,
  district: string,
  people: readonly { readonly id: string; readonly name: string; readonly staffNumber: string | null }[],
): Promise<void> {
  await sql`insert into person (district, id, name, staff_no)
    select ${district}, i, n, s from unnest(${people.map((p) => p.id)}::text[], ${people.map((p) => p.name)}::text[], ${people.map((p) => p.staffNumber)}::text[]) as t (i, n, s)
    on conflict do nothing`.execute(tx)
}
