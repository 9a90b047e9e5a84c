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

/** The files, the dossiers that wait for the district, and the dossiers named. */
export async function documentsOfDistrictDevice(tx: Tx, district: string, dossiers: readonly string[]): Promise<HeldDocument[]> {
  return rowsFrom(
    tx,
    sql<HeldDocument>`
    select ${heldColumns} from document where district = ${district} and change > 0
      and (subject_kind <> 'teacher' or waits_district or subject_id = any (${dossiers}::text[]))`,
  )
}

/** Dossiers in which something waits for a school's desk, with the home school of today. */
export async function waitingAtSchools(tx: Tx, district: string, today: Day): Promise<{ id: string; home: string | null }[]> {
  return rowsFrom(
    tx,
    sql<{ id: string; home: string | null }>`
    select d.subject_id as id, p.school as home from document d
    left join lateral (
      select school from posting where district = ${district} and person = d.subject_id and kind = 'home' and from_day <= ${today} and (to_day is null or to_day >= ${today})
      order by from_day desc, row_id desc limit 1
    ) p on true
    where d.district = ${district} and d.subject_kind = 'teacher' and d.waits_school`,
  )
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

/** Rows of these documents changed after `since`, oldest first, whole change numbers until about `budget` bytes. */
export async function feedPage(tx: Tx, district: string, keys: readonly string[], since: number, budget: number): Promise<FeedPage> {
  return pageOf(
    await rowsFrom(tx, sql<FeedLine>`select * from yantu_feed(${district}, ${keys}::text[], ${since}::bigint, ${budget}::bigint)`),
  )
}

/** A row, and the last change number there is a row of, on this page or after it. */
export interface FeedLine extends FeedRow {
  readonly last: number
}

export function pageOf(rows: readonly FeedLine[]): FeedPage {
  const end = rows[rows.length - 1]
  return { rows, cutAt: end === undefined || end.change === end.last ? null : end.change }
}
