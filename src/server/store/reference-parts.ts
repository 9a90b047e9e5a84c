// The projections from which reference data is made: schools, roles, activities, settings.

import { sql } from 'kysely'
import type { ActivityInfo, RoleHolder, SchoolInfo } from '../../domain/reference.ts'
import type { SettingFact } from '../../domain/school-file.ts'
import { rowsFrom, type Tx } from './database.ts'

const bodies = <T>(rows: readonly { readonly body: string }[]): T[] => rows.map((row) => JSON.parse(row.body) as T)

export async function allSchools(tx: Tx, district: string): Promise<SchoolInfo[]> {
  return bodies(await rowsFrom(tx, sql<{ body: string }>`select body from school where district = ${district} order by id collate "C"`))
}

interface RoleLine extends Omit<RoleHolder, 'at'> {
  readonly atKind: 'school' | 'district'
  readonly atId: string
}

export async function allRoles(tx: Tx, district: string): Promise<RoleHolder[]> {
  const lines = await rowsFrom(
    tx,
    sql<RoleLine>`
    select person, person_name as name, role, at_kind as "atKind", at_id as "atId", from_day as "from", to_day as "to" from membership
    where district = ${district} order by at_kind collate "C", at_id collate "C", role, from_day, person collate "C", row_id collate "C"`,
  )
  return lines.map(({ atKind, atId, ...role }) => ({ ...role, at: { kind: atKind, id: atId } as RoleHolder['at'] }))
}

export async function allSettings(tx: Tx, district: string): Promise<SettingFact[]> {
  const rows = await rowsFrom(
    tx,
    sql<{ content: string }>`select content from setting where district = ${district} order by row_id collate "C"`,
  )
  return rows.flatMap((row) => JSON.parse(row.content) as SettingFact[])
}

export async function activitiesById(tx: Tx, district: string, ids: readonly string[]): Promise<ActivityInfo[]> {
  if (ids.length === 0) return []
  return bodies(
    await rowsFrom(
      tx,
      sql<{ body: string }>`select body from activity where district = ${district} and id = any (${ids}::text[]) order by id collate "C"`,
    ),
  )
}

/** Activities of these places whose last day is not before `since`; of the whole district where no schools are named. */
export async function activitiesAt(tx: Tx, district: string, schools: readonly string[] | 'all', since: string): Promise<ActivityInfo[]> {
  const here = schools === 'all' ? sql`true` : sql`(at_kind = 'district' or at_id = any (${schools}::text[]))`
  return bodies(
    await rowsFrom(
      tx,
      sql<{ body: string }>`
    select body from activity where district = ${district} and last_day >= ${since} and ${here} order by last_day, id collate "C"`,
    ),
  )
}

/** A school that posts in reach name; `own`: the person's own among them. */
export interface PostPlace {
  readonly school: string
  readonly own: boolean
}
