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
  return rowsFrom(
    tx,
    sql<RoleHeld>`
    select distinct role, at_kind as "atKind", at_id as "atId" from membership
    where district = ${asker.district} and person = ${asker.person} and from_day <= ${today} and (to_day is null or to_day >= ${today})
    order by 2, 3, 1`,
  )
}

/** Looks further than the person may, so it must run before the restricted role is taken. */
export const scopeOf = (tx: Tx, { district, person }: Asker, today: Day): Promise<Scope> =>
  oneScope(tx, sql<Scope>`select reach, keys, schools, roles from yantu_scope(${district}, ${person}, ${today}::date)`)

/** The scope read and the wall put up with it: from here on the transaction is in the restricted role. */
export const enter = (tx: Tx, { district, person }: Asker, today: Day): Promise<Scope> =>
  oneScope(tx, sql<Scope>`select reach, keys, schools, roles from yantu_enter(${district}, ${person}, ${today}::date)`)

async function oneScope(tx: Tx, statement: RawBuilder<Scope>): Promise<Scope> {
  const scope = await rowFrom(tx, statement)
  if (scope === null) throw new Error('nobody has no scope')
  return scope
}

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
