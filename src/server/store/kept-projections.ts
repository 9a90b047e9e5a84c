// What is kept beside documents, read back in the shape in which it is made (reference/project.ts), so that both can be compared.

import { sql } from 'kysely'
import { rowFrom, rowsFrom, type Tx } from './database.ts'
import type { FileProjection, TeacherProjection } from './projections.ts'

export interface KeptBeside {
  readonly digest: string
  readonly waitsSchool: boolean
  readonly waitsDistrict: boolean
}

export async function keptBeside(tx: Tx, district: string, kind: string, id: string): Promise<KeptBeside | null> {
  return rowFrom(
    tx,
    sql<KeptBeside>`select digest, waits_school as "waitsSchool", waits_district as "waitsDistrict" from document
    where district = ${district} and subject_kind = ${kind} and subject_id = ${id}`,
  )
}

export async function mendBeside(tx: Tx, district: string, kind: string, id: string, to: KeptBeside): Promise<void> {
  await sql`update document set digest = ${to.digest}, waits_school = ${to.waitsSchool}, waits_district = ${to.waitsDistrict}
    where district = ${district} and subject_kind = ${kind} and subject_id = ${id}`.execute(tx)
}

export async function keptTeacher(tx: Tx, district: string, person: string): Promise<TeacherProjection> {
  const who = await rowFrom(
    tx,
    sql<{
      name: string
      staffNumber: string | null
    }>`select name, staff_no as "staffNumber" from person where district = ${district} and id = ${person}`,
  )
  const standing = await rowFrom(
    tx,
    sql<{ policy: string; body: string }>`select policy, body from standing where district = ${district} and person = ${person}`,
  )
  const posts = await rowsFrom(
    tx,
    sql<TeacherProjection['posts'][number]>`select row_id as row, school, kind, from_day as "from", to_day as "to" from posting
    where district = ${district} and person = ${person} order by from_day, row_id collate "C"`,
  )
  return {
    person,
    name: who?.name ?? null,
    staffNumber: who?.staffNumber ?? null,
    policy: standing?.policy ?? '',
    standing: standing?.body ?? null,
    posts,
  }
}

export async function keptFile(tx: Tx, district: string, kind: FileProjection['kind'], id: string): Promise<FileProjection> {
  const here = sql`district = ${district} and at_kind = ${kind} and at_id = ${id}`
  const school =
    kind === 'district'
      ? null
      : await rowFrom(
          tx,
          sql<
            NonNullable<FileProjection['school']>
          >`select name, code, parent, body from school where district = ${district} and id = ${id}`,
        )
  const roles = await rowsFrom(
    tx,
    sql<
      FileProjection['roles'][number]
    >`select row_id as row, person, person_name as name, role, from_day as "from", to_day as "to" from membership where ${here} order by from_day, row_id collate "C"`,
  )
  const activities = await rowsFrom(
    tx,
    sql<FileProjection['activities'][number]>`select id, last_day as last, body from activity where ${here} order by id collate "C"`,
  )
  const settings =
    kind === 'school'
      ? []
      : await rowsFrom(
          tx,
          sql<
            FileProjection['settings'][number]
          >`select row_id as row, content from setting where district = ${district} order by row_id collate "C"`,
        )
  return { kind, id, school, roles, activities, settings }
}
