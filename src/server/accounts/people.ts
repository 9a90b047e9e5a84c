// Whom a sign-in or an invitation concerns: found by phone number, 教师编号 or id. Nothing here says whether someone exists to
// anyone who could not know it anyway; the callers see to that.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import { rowsFrom, type Database, type Tx } from '../store/database.ts'
import type { Owner } from './password-rules.ts'

export interface AccountPerson extends Owner {
  readonly district: string
  readonly id: string
  /** Null for someone who has not joined. */
  readonly passwordHash: string | null
}

const columns = sql`p.district, p.id, p.name, p.phone, p.staff_no as "staffNumber", c.password_hash as "passwordHash"`
const from = sql`from person p left join credential c on c.district = p.district and c.person = p.id`

/** How a number is compared: without spaces, hyphens and +86, full-width digits as digits. */
export function numberAsMeant(typed: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s\-–—()]/g, '')
  return bare.replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
}

export const nameAsMeant = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[•‧・.]/g, '·')

/** Everyone with this phone number or 教师编号. */
export function peopleWithNumber(db: Database, number: string): Promise<AccountPerson[]> {
  return rowsFrom(
    db,
    sql<AccountPerson>`select ${columns} ${from} where p.phone = ${number} or lower(p.staff_no) = ${number.toLowerCase()} order by p.id limit 20`,
  )
}

/** Whom the operator means: by number or id, else by name. */
export async function peopleTyped(db: Database, district: string, text: string): Promise<AccountPerson[]> {
  const number = numberAsMeant(text)
  const people = await rowsFrom(
    db,
    sql<AccountPerson>`select ${columns} ${from} where p.district = ${district}
      and (p.id = ${text} or p.phone = ${number} or lower(p.staff_no) = ${number.toLowerCase()} or p.name = ${text}) order by p.id limit 20`,
  )
  const exact = people.filter((p) => p.name !== text)
  return exact.length > 0 ? exact : people
}

/** In the order of a name list: by pinyin, whatever order the database was set up with. */
export async function peopleById(db: Database | Tx, district: string, ids: readonly string[]): Promise<AccountPerson[]> {
  const people = await rowsFrom(
    db,
    sql<AccountPerson>`select ${columns} ${from} where p.district = ${district} and p.id = any (${ids}::text[])`,
  )
  return people.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1))
}

/** Everyone with a post in one of these schools today. */
export async function peopleAtSchools(db: Database | Tx, district: string, schools: readonly string[], today: Day): Promise<string[]> {
  const rows = await rowsFrom(
    db,
    sql<{ person: string }>`select distinct person from posting
    where district = ${district} and school = any (${schools}::text[]) and from_day <= ${today} and (to_day is null or to_day >= ${today}) order by person`,
  )
  return rows.map((row) => row.person)
}

/** The name of the home school today, for those who have one. */
export async function homeSchools(
  db: Database | Tx,
  district: string,
  people: readonly string[],
  today: Day,
): Promise<Map<string, { id: string; name: string }>> {
  const rows = await rowsFrom(
    db,
    sql<{ person: string; id: string; name: string }>`
    select distinct on (q.person) q.person, s.id, s.name from posting q join school s on s.district = q.district and s.id = q.school
    where q.district = ${district} and q.person = any (${people}::text[]) and q.kind = 'home' and q.from_day <= ${today} and (q.to_day is null or q.to_day >= ${today})
    order by q.person, q.from_day desc, q.row_id desc`,
  )
  return new Map(rows.map(({ person, id, name }) => [person, { id, name }]))
}

export async function setPassword(tx: Tx, person: { district: string; id: string }, hash: string, now: number): Promise<void> {
  await sql`insert into credential (district, person, password_hash, set_at) values (${person.district}, ${person.id}, ${hash}, ${now})
    on conflict (district, person) do update set password_hash = excluded.password_hash, set_at = excluded.set_at`.execute(tx)
}
