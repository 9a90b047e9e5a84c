// What a person may see and change today, computed once per transaction from roles, posts and the school tree.
// `reach` is the wall (row-level security): a district role reaches every document of the district, anybody else the listed ones.
// `held` (sync/held.ts) is the part of it that a device keeps.

import { sql, type RawBuilder } from 'kysely'
import { rowFrom, rowsFrom, type Tx } from '../store/database.ts'
import type { Day } from '../../domain/day.ts'
import type { SchoolId } from '../../domain/ids.ts'
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

/** Looks further than the person may, so it must run before the restricted role is taken. */
export const scopeOf = (tx: Tx, asker: Asker, today: Day): Promise<Scope> => readScope(tx, asker, today, sql``)

/** The scope read and the wall put up with it, in one statement: from here on the transaction is in the restricted role. */
export const enter = (tx: Tx, asker: Asker, today: Day): Promise<Scope> =>
  readScope(tx, asker, today, sql`, set_config('yantu.district', ${asker.district}, true), set_config('yantu.person', ${asker.person}, true),
    set_config('yantu.reach', reach, true), set_config('yantu.keys', array_to_string(keys, ','), true), set_config('role', 'yantu_app', true)`)

/** A document, and days on which the person says to have acted on it. */
export interface Formerly {
  readonly key: string
  readonly days: readonly Day[]
}

/**
 * The same, and the one document that was in the person's scope on one of those days: what they did about it then is judged now, by
 * verbs that know what is left of it. What they may see is not widened by it: answers carry what is in today's scope.
 */
export async function enterFormerly(tx: Tx, asker: Asker, today: Day, { key, days }: Formerly): Promise<Scope> {
  const scope = await enter(tx, asker, today)
  if (reaches(scope, key)) return scope
  // Looking back is looking further than the person may.
  await sql`select set_config('role', 'none', true)`.execute(tx)
  for (const day of days) if (reaches(await scopeOf(tx, asker, day), key)) return putUp(tx, asker, { ...scope, keys: [...scope.keys, key] })
  return putUp(tx, asker, scope)
}

const reaches = (scope: Scope, key: string): boolean => scope.reach === 'district' || scope.keys.includes(key)

/** The wall around a scope already read. */
async function putUp(tx: Tx, { district, person }: Asker, scope: Scope): Promise<Scope> {
  await sql`select set_config('yantu.district', ${district}, true), set_config('yantu.person', ${person}, true), set_config('yantu.reach', ${scope.reach}, true),
    set_config('yantu.keys', ${scope.keys.join(',')}, true), set_config('role', 'yantu_app', true)`.execute(tx)
  return scope
}

async function readScope(tx: Tx, { district, person }: Asker, today: Day, andThen: RawBuilder<unknown>): Promise<Scope> {
  const found = await rowFrom(tx, sql<Scope>`
    with recursive mine as materialized (
      select distinct role, at_kind, at_id from membership
      where district = ${district} and person = ${person} and from_day <= ${today} and (to_day is null or to_day >= ${today})
    ), reached as materialized (
      select case when exists (select from mine where at_kind = 'district') then 'district' else 'list' end as reach
    ), below (id) as (
      select at_id from mine where at_kind = 'school'
      union select s.id from school s join below b on s.parent = b.id where s.district = ${district}
    ), key as materialized (
      select 'teacher:' || ${person}::text as key
      union select 'school:' || id from below where (select reach from reached) = 'list'
      union select 'teacher:' || p.person from posting p join below b on p.school = b.id
        where p.district = ${district} and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today}) and (select reach from reached) = 'list'
    ), whole as materialized (
      select reach, array(select key from key order by key collate "C") as keys, array(select id from below order by id collate "C") as schools,
        (select coalesce(json_agg(json_build_object('role', role, 'atKind', at_kind, 'atId', at_id) order by at_kind, at_id, role), '[]') from mine) as roles
      from reached
    ) select reach, keys, schools, roles${andThen} from whole`)
  if (found === null) throw new Error('nobody has no scope')
  const { reach, keys, schools, roles } = found
  return { reach, keys, schools, roles }
}
