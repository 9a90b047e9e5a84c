// The roles of someone who is erased end at once, through the same verb as everybody's, in the name of an administrator: otherwise
// work would wait at the desk of nobody. What was decided in the role stays, and so does the line that says who held it when.

import { sql } from 'kysely'
import { addDays } from '../../domain/day.ts'
import type { DistrictId, PersonId } from '../../domain/ids.ts'
import type { OpContent } from '../../wire/op.ts'
import { momentOf } from '../clock.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { rowsFrom } from '../store/database.ts'
import { applyOnBehalf } from '../sync/on-behalf.ts'
import { randomUUID } from 'node:crypto'

export type EndRolesDeps = Pick<SyncDeps, 'db' | 'clock' | 'references'>

interface Role {
  readonly row: string
  readonly kind: 'school' | 'district'
  readonly at: string
  readonly role: string
  readonly from: Parameters<typeof addDays>[0]
}

/** Roles in force or to come. */
const openRoles = ({ db, clock }: EndRolesDeps, district: string, person: string): Promise<Role[]> =>
  rowsFrom(
    db,
    sql<Role>`select row_id as "row", at_kind as kind, at_id as at, role, from_day as "from" from membership
    where district = ${district} and person = ${person} and (to_day is null or to_day >= ${momentOf(clock()).day}) order by at_kind, at_id, row_id`,
  )

async function anotherAdmin({ db, clock }: EndRolesDeps, district: string, person: string): Promise<{ id: PersonId; name: string } | null> {
  const { day } = momentOf(clock())
  const [admin] = await rowsFrom(
    db,
    sql<{ id: PersonId; name: string }>`select person as id, person_name as name from membership
    where district = ${district} and role = 'admin' and person <> ${person} and from_day <= ${day} and to_day is null order by from_day, row_id limit 1`,
  )
  return admin ?? null
}

/** False where they are the only administrator: someone else must be one first. */
export async function mayEndRoles(deps: EndRolesDeps, district: string, person: string): Promise<boolean> {
  return (await openRoles(deps, district, person)).length === 0 || (await anotherAdmin(deps, district, person)) !== null
}

/** How many ended. Where nobody else is administrator they stay as they are. */
export async function endRoles(deps: EndRolesDeps, district: string, person: string): Promise<number> {
  const roles = await openRoles(deps, district, person)
  const admin = roles.length === 0 ? null : await anotherAdmin(deps, district, person)
  if (admin === null) return 0
  const { day } = momentOf(deps.clock())
  const yesterday = addDays(day, -1)
  const ops = roles.map(({ row, kind, at, from }): OpContent => ({
    op: randomUUID(),
    actor: admin.id,
    subject: { kind, id: at },
    verb: 'end-role',
    v: 1,
    base: null,
    after: null,
    args: { row, to: yesterday < from ? addDays(from, -1) : yesterday },
  }))
  await applyOnBehalf(deps, { district: district as DistrictId, actor: admin, device: 'erase' }, ops)
  return roles.length
}

export const rolesHeld = async (deps: EndRolesDeps, district: string, person: string): Promise<number> =>
  (await openRoles(deps, district, person)).length
