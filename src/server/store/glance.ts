// What most phones are told, in one statement: who may see what, the wall around it, the district, every document in reach with its
// digest, the schools that posts in reach name, and the rows that changed. All of one unmoving picture, read behind the wall.
// Whoever reaches the whole district gets scope and district only: what a district's device keeps is read apart (sync/held.ts).

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Subject } from '../../domain/document.ts'
import type { Asker } from '../door/asker.ts'
import type { Scope } from '../door/scope.ts'
import { rowFrom, type Database, type Tx } from './database.ts'
import type { DistrictState } from './districts.ts'
import { pageOf, type FeedLine, type FeedPage, type HeldDocument } from './feed.ts'
import type { PostPlace } from './reference-parts.ts'

export interface Glance {
  readonly scope: Scope
  readonly district: DistrictState
  /** Null for a district role. */
  readonly look: Look | null
}

export interface Look {
  readonly documents: readonly HeldDocument[]
  readonly posts: readonly PostPlace[]
  /** Rows changed after the number asked about; empty where none was. */
  readonly feed: FeedPage
}

interface Line extends Scope {
  readonly district: DistrictState | null
  readonly documents: readonly (readonly [Subject['kind'], string, number, string])[] | null
  readonly posts: readonly PostPlace[] | null
  readonly feed: readonly FeedLine[] | null
}

/** Enters as `asker`; by itself or as the first statement of a transaction. `since` null: no feed. */
export async function glance(db: Database | Tx, asker: Asker, today: Day, since: number | null, budget: number): Promise<Glance> {
  const line = await rowFrom(
    db,
    sql<Line>`select * from yantu_glance(${asker.district}, ${asker.person}, ${today}::date, ${since}::bigint, ${budget}::bigint)`,
  )
  if (line?.district == null) throw new Error('no such district')
  const { reach, keys, schools, roles, district, documents, posts, feed } = line
  const look =
    documents === null || posts === null
      ? null
      : { documents: documents.map(([kind, id, change, digest]) => ({ kind, id, change, digest })), posts, feed: pageOf(feed ?? []) }
  return { scope: { reach, keys, schools, roles }, district, look }
}
