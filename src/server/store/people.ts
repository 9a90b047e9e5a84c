// People and their devices, as sync needs them.

import { sql } from 'kysely'
import { rowFrom, rowsFrom, type Tx } from './database.ts'

export async function personName(tx: Tx, district: string, person: string): Promise<string | null> {
  return (await rowFrom(tx, sql<{ name: string }>`select name from person where district = ${district} and id = ${person}`))?.name ?? null
}

export async function knownPeople(tx: Tx, district: string, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const found = await rowsFrom(tx, sql<{ id: string }>`select id from person where district = ${district} and id = any (${people}::text[])`)
  return new Set(found.map((p) => p.id))
}

/** The person's devices that may sign: id → public key (base64url of 65 raw bytes). */
export async function signingDevices(tx: Tx, district: string, person: string): Promise<Map<string, string>> {
  const found = await rowsFrom(tx, sql<{ id: string; key: string }>`
    select id, public_key as key from device where district = ${district} and person = ${person} and revoked_at is null`)
  return new Map(found.map((d) => [d.id, d.key]))
}

/** A person known to the district before their dossier says so; the dossier's own facts keep the name up to date. */
export async function addPeople(tx: Tx, district: string, people: readonly { readonly id: string; readonly name: string; readonly staffNumber: string | null }[]): Promise<void> {
  await sql`insert into person (district, id, name, staff_no)
    select ${district}, i, n, s from unnest(${people.map((p) => p.id)}::text[], ${people.map((p) => p.name)}::text[], ${people.map((p) => p.staffNumber)}::text[]) as t (i, n, s)
    on conflict do nothing`.execute(tx)
}
