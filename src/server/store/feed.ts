// Reading what changed: current rows by change number, only those of documents that a device holds.
// A page ends between two change numbers, never inside one, so that a cursor is one number.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Subject } from '../../domain/document.ts'
import type { RowText } from '../../wire/sync.ts'
import { rowsFrom, type Tx } from './database.ts'

export interface HeldDocument {
  readonly kind: Subject['kind']
  readonly id: string
  readonly change: number
  readonly digest: string
}

const heldColumns = sql`subject_kind as kind, subject_id as id, change, digest`

/** Every document in reach that has anything in it. */
export async function documentsInReach(tx: Tx, district: string): Promise<HeldDocument[]> {
  return rowsFrom(tx, sql<HeldDocument>`select ${heldColumns} from document where district = ${district} and change > 0`)
}

/** The files, the dossiers that wait for the district, and the dossiers named. */
export async function documentsOfDistrictDevice(tx: Tx, district: string, dossiers: readonly string[]): Promise<HeldDocument[]> {
  return rowsFrom(tx, sql<HeldDocument>`
    select ${heldColumns} from document where district = ${district} and change > 0
      and (subject_kind <> 'teacher' or waits_district or subject_id = any (${dossiers}::text[]))`)
}

/** Dossiers in which something waits for a school's desk, with the home school of today. */
export async function waitingAtSchools(tx: Tx, district: string, today: Day): Promise<{ id: string; home: string | null }[]> {
  return rowsFrom(tx, sql<{ id: string; home: string | null }>`
    select d.subject_id as id, p.school as home from document d
    left join lateral (
      select school from posting where district = ${district} and person = d.subject_id and kind = 'home' and from_day <= ${today} and (to_day is null or to_day >= ${today})
      order by from_day desc, row_id desc limit 1
    ) p on true
    where d.district = ${district} and d.subject_kind = 'teacher' and d.waits_school`)
}

export interface FeedRow extends RowText {
  readonly subjectKind: Subject['kind']
  readonly subjectId: string
  readonly change: number
}

export interface FeedPage {
  readonly rows: readonly FeedRow[]
  /** Change number up to which the page is whole; null when it reaches the end. */
  readonly cutAt: number | null
}

/** Rows changed after `since`, oldest first, whole change numbers until about `budget` bytes. */
export async function feedPage(tx: Tx, district: string, keys: readonly string[], since: number, budget: number): Promise<FeedPage> {
  const rows = await rowsFrom(tx, sql<FeedRow & { last: number }>`
    select "subjectKind", "subjectId", id, kind, content, change, last from (
      select r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.id, r.kind, r.content, r.change,
        max(r.change) over () as last,
        coalesce(sum(octet_length(r.content) + 100) over (order by r.change groups between unbounded preceding and 1 preceding), 0) as before
      from document_row r
      where r.district = ${district} and r.change > ${since}::bigint and (r.subject_kind || ':' || r.subject_id) in (select unnest(${keys}::text[]))
    ) page where before < ${budget}::bigint order by change, "subjectKind" collate "C", "subjectId" collate "C", id collate "C"`)
  const end = rows[rows.length - 1]
  return { rows, cutAt: end === undefined || end.change === end.last ? null : end.change }
}
