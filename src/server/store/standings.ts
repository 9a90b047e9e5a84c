// Standings as kept: what changed of them since a change number, and one at a time. Read through the door, so only those in reach.

import { sql } from 'kysely'
import type { Standing } from '../../domain/evaluate/standing.ts'
import { rowFrom, rowsFrom, type Tx } from './database.ts'

export interface KeptStanding {
  readonly person: string
  readonly change: number
  readonly body: string
}

export async function standingsSince(tx: Tx, district: string, change: number): Promise<KeptStanding[]> {
  return rowsFrom(
    tx,
    sql<KeptStanding>`select person, change, body from standing where district = ${district} and change > ${change}::bigint`,
  )
}

export async function standingsCount(tx: Tx, district: string): Promise<number> {
  return (await rowFrom(tx, sql<{ n: number }>`select count(*) as n from standing where district = ${district}`))?.n ?? 0
}

export async function standingIds(tx: Tx, district: string): Promise<string[]> {
  return (await rowsFrom(tx, sql<{ person: string }>`select person from standing where district = ${district}`)).map((row) => row.person)
}

/** People whose standing was made by another policy or other code than this (`countedBy`). */
export async function staleStandings(tx: Tx, district: string, by: string): Promise<string[]> {
  const rows = await rowsFrom(
    tx,
    sql<{ person: string }>`select person from standing where district = ${district} and policy <> ${by} order by person`,
  )
  return rows.map((row) => row.person)
}

export const parseStanding = (body: string): Standing => JSON.parse(body) as Standing

/** Standings of everybody who had or has the home post at a school. */
export async function standingsAround(tx: Tx, district: string, school: string): Promise<Standing[]> {
  const rows = await rowsFrom(
    tx,
    sql<{ body: string }>`
    select s.body from standing s where s.district = ${district}
      and s.person in (select p.person from posting p where p.district = ${district} and p.school = ${school} and p.kind = 'home')
    order by s.person collate "C"`,
  )
  return rows.map((row) => parseStanding(row.body))
}

/** `also`: those whose home post there was struck or moved since, for what was known before that. */
export async function teacherIds(tx: Tx, district: string, school: string | null, also: boolean): Promise<string[]> {
  const struck = sql`subject_id in (select r.subject_id from document_row r where r.district = ${district} and r.subject_kind = 'teacher' and r.kind = 'post' and position(${JSON.stringify(school)} in r.content) > 0)`
  const now = sql`subject_id in (select p.person from posting p where p.district = ${district} and p.school = ${school} and p.kind = 'home')`
  const at = school === null ? sql`true` : also ? sql`(${now} or ${struck})` : now
  const rows = await rowsFrom(
    tx,
    sql<{ id: string }>`
    select subject_id as id from document where district = ${district} and subject_kind = 'teacher' and change > 0 and ${at} order by subject_id collate "C"`,
  )
  return rows.map((row) => row.id)
}
