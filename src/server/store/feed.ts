// Reading what changed: current rows by change number, only those of documents that a device holds.
// A page ends between two change numbers, never inside one, so that a cursor is one number.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Subject } from '../../domain/document.ts'
import type { RowText } from '../../wire/sync.ts'
import { rowFrom, rowsFrom, type Tx } from './database.ts'
import { districtColumns, type DistrictState } from './districts.ts'
import type { PostPlace } from './reference-parts.ts'

export interface HeldDocument {
  readonly kind: Subject['kind']
  readonly id: string
  readonly change: number
  readonly digest: string
}

const heldColumns = sql`subject_kind as kind, subject_id as id, change, digest`

/** What pulling for a device looks at first, in one statement: the district, every document in reach, and the schools of the posts in reach. */
export interface Look {
  readonly district: DistrictState
  readonly documents: readonly HeldDocument[]
  readonly posts: readonly PostPlace[]
}

interface LookLine extends DistrictState {
  readonly documents: readonly (readonly [Subject['kind'], string, number, string])[]
  readonly posts: readonly PostPlace[]
}

export async function lookInReach(tx: Tx, district: string): Promise<Look> {
  const line = await rowFrom(tx, sql<LookLine>`
    select ${districtColumns},
      (select coalesce(json_agg(json_build_array(d.subject_kind, d.subject_id, d.change, d.digest)), '[]') from document d where d.district = ${district} and d.change > 0) as documents,
      (select coalesce(json_agg(p), '[]') from (select distinct school, person from posting where district = ${district}) p) as posts
    from district where district = ${district}`)
  if (line === null) throw new Error('no such district')
  const { documents, posts, ...state } = line
  return { district: state, posts, documents: documents.map(([kind, id, change, digest]) => ({ kind, id, change, digest })) }
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
