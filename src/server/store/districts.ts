// The district's own row: its counter, its generation, and since which change roles, schools or activities are as they are.

import { sql } from 'kysely'
import type { DistrictId } from '../../domain/ids.ts'
import { rowFrom, rowsFrom, type Database, type Tx } from './database.ts'

export interface DistrictState {
  readonly id: DistrictId
  readonly code: string
  readonly name: string
  readonly generation: number
  readonly head: number
  readonly referenceChange: number
  readonly activityChange: number
  /** Change number up to which a verified backup exists; 0 when none. */
  readonly backedUpThrough: number
}

const districtColumns = sql`district as id, code, name, generation, head, reference_change as "referenceChange", activity_change as "activityChange", backed_up_through as "backedUpThrough"`

export async function districtState(tx: Tx, district: string): Promise<DistrictState> {
  const state = await rowFrom(tx, sql<DistrictState>`select ${districtColumns} from district where district = ${district}`)
  if (state === null) throw new Error('no such district')
  return state
}

/** Every district of this installation; empty before the first run. */
export const allDistricts = (db: Database | Tx): Promise<DistrictState[]> =>
  rowsFrom(db, sql<DistrictState>`select ${districtColumns} from district order by district`)

/** Takes the next change number: the last lock of a transaction. Throws 40001 when roles or schools changed since they were read. */
export async function nextChange(
  tx: Tx,
  expectedReference: number,
  touches: { readonly reference: boolean; readonly activities: boolean },
): Promise<number> {
  const row = await rowFrom(
    tx,
    sql<{ change: number }>`select yantu_next_change(${expectedReference}::bigint, ${touches.reference}, ${touches.activities}) as change`,
  )
  if (row === null) throw new Error('the district has no counter')
  return row.change
}

export async function secret(db: Database | Tx, name: 'cursor' | 'id-number'): Promise<Buffer> {
  const row = await rowFrom(db, sql<{ value: Buffer }>`select value from server_secret where name = ${name}`)
  if (row === null) throw new Error(`the secret ${name} is missing`)
  return row.value
}
