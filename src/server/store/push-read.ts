// What deciding about one document needs, in one statement: its lock, and after it names, rows, earlier results, the district's state,
// and the activities that the ops name. Read after the lock was given, or the rows might be old.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Subject } from '../../domain/document.ts'
import type { ActivityInfo } from '../../domain/reference.ts'
import type { OpResult } from '../../wire/result.ts'
import type { RowText } from '../../wire/sync.ts'
import type { Asker } from '../door/asker.ts'
import type { Scope } from '../door/scope.ts'
import type { DistrictState } from './districts.ts'
import { rowFrom, type Tx } from './database.ts'
import type { StoredOp } from './ops.ts'

export interface PushPicture {
  /** False where there is no such document, or none in reach. */
  readonly found: boolean
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

interface Picture {
  readonly found: boolean
  readonly district: DistrictState
  readonly people: readonly (readonly [string, string])[]
  readonly erased: boolean
  readonly rows: readonly RowText[]
  readonly known: readonly { readonly op: string; readonly content_hash: string; readonly result: string }[]
  readonly activities: readonly string[]
}

const wished = ({ subject, people, ops, activities }: PushWish) =>
  sql`${subject.kind}, ${subject.id}, ${people}::text[], ${ops}::text[], ${activities}::text[]`

/** Inside the wall. */
export async function readLocked(tx: Tx, district: string, wish: PushWish): Promise<PushPicture> {
  const line = await rowFrom(tx, sql<{ picture: Picture | null }>`select yantu_read_locked(${district}, ${wished(wish)}) as picture`)
  return pictureOf(line?.picture)
}

/** The same by someone who is not inside yet: enters first. */
export async function openLocked(
  tx: Tx,
  { district, person }: Asker,
  today: Day,
  wish: PushWish,
): Promise<{ scope: Scope; picture: PushPicture }> {
  const line = await rowFrom(
    tx,
    sql<Scope & { picture: Picture | null }>`select * from yantu_open(${district}, ${person}, ${today}::date, ${wished(wish)})`,
  )
  if (line === null) throw new Error('nobody has no scope')
  const { reach, keys, schools, roles, picture } = line
  return { scope: { reach, keys, schools, roles }, picture: pictureOf(picture) }
}

function pictureOf(picture: Picture | null | undefined): PushPicture {
  if (picture == null) throw new Error('no such district')
  const { found, people, erased, rows, known, district, activities } = picture
  return {
    found,
    people: new Map(people),
    erased,
    rows,
    district,
    known: new Map(known.map((o) => [o.op, { contentHash: o.content_hash, result: JSON.parse(o.result) as OpResult }])),
    activities: activities.map((body) => JSON.parse(body) as ActivityInfo),
  }
}
