// What deciding about one document needs beside its rows' lock, in one statement after it: names, rows, earlier results, the
// district's state, and the activities that the ops name. Must be called with the document locked, or the rows may be old.

import { sql } from 'kysely'
import type { Subject } from '../../domain/document.ts'
import type { ActivityInfo } from '../../domain/reference.ts'
import type { OpResult } from '../../wire/result.ts'
import type { RowText } from '../../wire/sync.ts'
import { districtColumns, type DistrictState } from './districts.ts'
import { rowFrom, type Tx } from './database.ts'
import type { StoredOp } from './ops.ts'

export interface PushPicture {
  readonly people: ReadonlyMap<string, string>
  /** The subject was erased: nothing is ever taken for it again. */
  readonly erased: boolean
  readonly rows: readonly RowText[]
  readonly known: ReadonlyMap<string, StoredOp>
  readonly district: DistrictState
  readonly activities: readonly ActivityInfo[]
}

export interface PushWish {
  readonly subject: Subject
  readonly people: readonly string[]
  readonly ops: readonly string[]
  readonly activities: readonly string[]
}

interface Line extends DistrictState {
  readonly people: readonly (readonly [string, string])[]
  readonly erased: boolean
  readonly rows: readonly RowText[]
  readonly known: readonly { readonly op: string; readonly content_hash: string; readonly result: string }[]
  readonly activities: readonly string[]
}

export async function readForPush(tx: Tx, district: string, { subject, people, ops, activities }: PushWish): Promise<PushPicture> {
  const named = activities.length === 0 ? sql`array[]::text[]` : sql`array(select body from activity where district = ${district} and id = any (${activities}::text[]) order by id collate "C")`
  const line = await rowFrom(tx, sql<Line>`
    select ${districtColumns},
      (select coalesce(json_agg(json_build_array(p.id, p.name)), '[]') from person p where p.district = ${district} and p.id = any (${people}::text[])) as people,
      (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'content', r.content)), '[]') from document_row r
        where r.district = ${district} and r.subject_kind = ${subject.kind} and r.subject_id = ${subject.id}) as rows,
      (select coalesce(json_agg(o), '[]') from yantu_stored_ops(${ops}::text[]) o) as known,
      ${subject.kind === 'teacher' ? sql`exists (select from erasure e where e.district = ${district} and e.person = ${subject.id})` : sql`false`} as erased,
      ${named} as activities
    from district where district = ${district}`)
  if (line === null) throw new Error('no such district')
  const { people: names, erased, rows, known, activities: bodies, ...state } = line
  return {
    people: new Map(names), erased, rows, district: state,
    known: new Map(known.map((o) => [o.op, { contentHash: o.content_hash, result: JSON.parse(o.result) as OpResult }])),
    activities: bodies.map((body) => JSON.parse(body) as ActivityInfo),
  }
}
