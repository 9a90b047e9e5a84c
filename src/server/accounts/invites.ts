// One-time codes: to join (a printed slip, or ten minutes on the officer's screen) or to set a new password face to face.
// Only their keyed hash is kept. A new code of a person makes the earlier ones invalid; used ones stay as the account of
// who let whom in; demo links stay, whoever prints slips while looking round. Wrong, used, replaced and too old look all the same.

import { sql } from 'kysely'
import { codeAsMeant } from '../../wire/session.ts'
import { rowFrom, rowsFrom, type Database, type Tx } from '../store/database.ts'
import { grouped, keyedHash, newCode } from './secrets.ts'

export type Purpose = 'join' | 'reset' | 'demo'

export interface Invite {
  readonly district: string
  readonly person: string
  readonly purpose: Purpose
}

export interface IssuedCode {
  readonly person: string
  /** As it is read and typed: 'ACDEF-GHJKM'. */
  readonly code: string
  readonly expiresAt: number
}

const hashOfCode = (key: Uint8Array, typed: string): string => keyedHash(key, 'invite', codeAsMeant(typed))

/** The link of a slip: the code is in the fragment, which no server and no log ever sees. */
export const joinUrl = (origin: string, code: string): string => `${origin}/#/join?c=${code}`

export async function issueCodes(
  tx: Tx,
  key: Uint8Array,
  now: number,
  what: { readonly district: string; readonly madeBy: string; readonly purpose: Purpose; readonly lastsMs: number },
  people: readonly string[],
): Promise<IssuedCode[]> {
  const issued = people.map((person) => ({ person, code: grouped(newCode(), 5), expiresAt: now + what.lastsMs }))
  await sql`update invite set replaced = true where district = ${what.district} and person = any (${people}::text[]) and used_at is null and purpose <> 'demo'`.execute(
    tx,
  )
  await sql`insert into invite (code_hash, district, person, purpose, made_by, made_at, expires_at)
    select h, ${what.district}, p, ${what.purpose}, ${what.madeBy}, ${now}::bigint, ${now + what.lastsMs}::bigint
    from unnest(${issued.map((i) => hashOfCode(key, i.code))}::text[], ${people}::text[]) as t (h, p)`.execute(tx)
  return issued
}

/** The invite of a code that works now, else null. A join code no longer works once its person is in. */
export async function findInvite(db: Database | Tx, key: Uint8Array, now: number, typed: string): Promise<Invite | null> {
  return rowFrom(
    db,
    sql<Invite>`
    select i.district, i.person, i.purpose from invite i
    left join credential c on c.district = i.district and c.person = i.person
    where i.code_hash = ${hashOfCode(key, typed)} and i.used_at is null and not i.replaced and i.expires_at > ${now}
      and (i.purpose <> 'join' or c.person is null)`,
  )
}

/** Takes the code for good; null when someone else was quicker or it no longer works. A demo link is never used up. */
export async function useInvite(tx: Tx, key: Uint8Array, now: number, typed: string): Promise<Invite | null> {
  const hash = hashOfCode(key, typed)
  await sql`select 1 from invite where code_hash = ${hash} for update`.execute(tx)
  const invite = await findInvite(tx, key, now, typed)
  if (invite === null || invite.purpose === 'demo') return invite
  await sql`update invite set used_at = ${now} where code_hash = ${hash}`.execute(tx)
  return invite
}

/** Which of these people have joined. */
export async function joinedOf(db: Database | Tx, district: string, people: readonly string[]): Promise<Set<string>> {
  const rows = await rowsFrom(
    db,
    sql<{ person: string }>`select person from credential where district = ${district} and person = any (${people}::text[])`,
  )
  return new Set(rows.map((row) => row.person))
}
