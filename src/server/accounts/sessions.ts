// Sessions: an opaque token on the phone, its hash here. 90 days without use (being offline is normal), 400 days at most.
// Checked on every request together with the device, so that signing off takes effect at once. Use is noted at most once a
// day and never shown to anyone.

import { sql } from 'kysely'
import type { DistrictId, PersonId } from '../../domain/ids.ts'
import type { Asker } from '../door/asker.ts'
import { rowFrom, type Database, type Tx } from '../store/database.ts'
import { newToken, tokenHash } from './secrets.ts'

const DAY_MS = 86_400_000
const IDLE_MS = 90 * DAY_MS
export const LONGEST_MS = 400 * DAY_MS

/** A new session for this device; an earlier one of the same device ends. Returns the token, which is kept nowhere. */
export async function beginSession(tx: Tx, now: number, asker: { district: string; person: string; device: string }): Promise<string> {
  const token = newToken()
  await sql`delete from session where district = ${asker.district} and device = ${asker.device} or ends_at < ${now}`.execute(tx)
  await sql`insert into session (token_hash, district, person, device, idle_until, ends_at)
    values (${tokenHash(token)}, ${asker.district}, ${asker.person}, ${asker.device}, ${now + IDLE_MS}, ${now + LONGEST_MS})`.execute(tx)
  return token
}

export async function askerOf(db: Database, now: number, hash: string): Promise<Asker | null> {
  const row = await rowFrom(
    db,
    sql<{ district: string; person: string; device: string; idle_until: number }>`
    select s.district, s.person, s.device, s.idle_until from session s
    join device d on d.district = s.district and d.id = s.device and d.person = s.person and d.revoked_at is null
    where s.token_hash = ${hash} and s.idle_until > ${now} and s.ends_at > ${now}`,
  )
  if (row === null) return null
  if (row.idle_until < now + IDLE_MS - DAY_MS) {
    await sql`update session set idle_until = ${now + IDLE_MS} where token_hash = ${hash}`.execute(db)
  }
  return { district: row.district as DistrictId, person: row.person as PersonId, device: row.device }
}

export async function endSession(db: Database | Tx, hash: string): Promise<void> {
  await sql`delete from session where token_hash = ${hash}`.execute(db)
}

/** Ends every session of a person, except one. */
export async function endSessionsOf(tx: Tx, district: string, person: string, except: string | null): Promise<void> {
  await sql`delete from session where district = ${district} and person = ${person} and token_hash is distinct from ${except}`.execute(tx)
}
