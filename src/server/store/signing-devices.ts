// The asker's devices as a push needs them: their keys, and which of the numbers now sent each has used before, for which op.
// One look, before anything is locked; like the session it is read before anybody's scope is known.

import { sql } from 'kysely'
import { rowFrom, rowsFrom, type Database, type Tx } from './database.ts'

export interface SigningDevice {
  /** base64url of 65 raw bytes. */
  readonly key: string
  /** Op by number, of the numbers asked about. */
  readonly used: ReadonlyMap<number, string>
  /** The highest number it ever used; 0 before the first. */
  readonly most: number
}

export async function signingDevicesWith(
  db: Database,
  district: string,
  person: string,
  numbers: readonly number[],
): Promise<Map<string, SigningDevice>> {
  const found = await rowsFrom(
    db,
    sql<{ id: string; key: string; used: readonly (readonly [number, string])[]; most: number }>`
    select d.id, d.public_key as key,
      (select coalesce(json_agg(json_build_array(o.n, o.op)), '[]') from op_log o where o.district = d.district and o.device = d.id and o.n = any (${numbers}::bigint[])) as used,
      coalesce((select max(o.n) from op_log o where o.district = d.district and o.device = d.id), 0) as most
    from device d where d.district = ${district} and d.person = ${person} and d.revoked_at is null`,
  )
  return new Map(found.map((d) => [d.id, { key: d.key, used: new Map(d.used), most: d.most }]))
}

/** How many of these numbers none of the person's devices has used: what was carried to another device has its number there. */
export async function unusedNumbers(db: Database, district: string, person: string, from: number, to: number): Promise<number> {
  const row = await rowFrom(
    db,
    sql<{ used: number }>`
    select count(distinct n) as used from op_log where district = ${district} and n between ${from} and ${to}
      and device in (select id from device where district = ${district} and person = ${person})`,
  )
  return to - from + 1 - (row?.used ?? 0)
}

/** Noted once for each op, however often it is sent. */
export async function notedBefore(tx: Tx | Database, district: string, kind: string, op: string): Promise<boolean> {
  return (
    (await rowFrom(
      tx,
      sql<{ id: number }>`select id from security_event where district = ${district} and kind = ${kind} and op = ${op} limit 1`,
    )) !== null
  )
}
