// What a person may see and change today, computed once per transaction from roles, posts and the school tree.
// `reach` is the wall (row-level security): a district role reaches every document of the district, anybody else the listed ones.
// `held` (sync/held.ts) is the part of it that a device keeps.

import { sql } from 'kysely'
import { rowsFrom, type Tx } from '../store/database.ts'
import type { Day } from '../../domain/day.ts'
import type { PersonId, SchoolId } from '../../domain/ids.ts'
import type { Role } from '../../domain/school-file.ts'
import type { Asker } from './asker.ts'

export interface RoleHeld {
  readonly role: Role
  readonly atKind: 'school' | 'district'
  readonly atId: string
}

export interface Scope {
  readonly reach: 'district' | 'list'
  /** Subject keys ('teacher:id') the person may see; for a district role only the own dossier. */
  readonly keys: readonly string[]
  readonly roles: readonly RoleHeld[]
  /** Schools whose officers or principal the person is, and those below them. */
  readonly schools: readonly SchoolId[]
}

export async function rolesOn(tx: Tx, asker: Pick<Asker, 'district' | 'person'>, today: Day): Promise<RoleHeld[]> {
  return rowsFrom(tx, sql<RoleHeld>`
    select distinct role, at_kind as "atKind", at_id as "atId" from membership
    where district = ${asker.district} and person = ${asker.person} and from_day <= ${today} and (to_day is null or to_day >= ${today})
    order by 2, 3, 1`)
}

/** Runs before the restricted role is taken: it looks further than the person may. */
export async function scopeOf(tx: Tx, asker: Asker, today: Day): Promise<Scope> {
  const roles = await rolesOn(tx, asker, today)
  const own = `teacher:${asker.person}`
  const schools = await schoolsBelow(tx, asker, roles.filter((r) => r.atKind === 'school').map((r) => r.atId))
  if (roles.some((r) => r.atKind === 'district')) return { reach: 'district', keys: [own], roles, schools }
  const people = schools.length === 0 ? [] : await peopleAt(tx, asker, schools, today)
  const keys = new Set([own, ...schools.map((id) => `school:${id}`), ...people.map((id) => `teacher:${id}`)])
  return { reach: 'list', keys: [...keys].sort(), roles, schools }
}

async function schoolsBelow(tx: Tx, asker: Asker, tops: readonly string[]): Promise<SchoolId[]> {
  if (tops.length === 0) return []
  const found = await rowsFrom(tx, sql<{ id: SchoolId }>`
    with recursive below (id) as (
      select unnest(${tops}::text[])
      union select s.id from school s join below b on s.parent = b.id where s.district = ${asker.district}
    ) select id from below order by id`)
  return found.map((s) => s.id)
}

async function peopleAt(tx: Tx, asker: Asker, schools: readonly SchoolId[], today: Day): Promise<PersonId[]> {
  const found = await rowsFrom(tx, sql<{ person: PersonId }>`
    select distinct person from posting
    where district = ${asker.district} and school = any (${schools}::text[]) and from_day <= ${today} and (to_day is null or to_day >= ${today})`)
  return found.map((p) => p.person)
}
