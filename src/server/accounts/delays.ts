// Growing delays after failures, never a lock: a try is charged before it is looked at, so that many at once gain nothing,
// and given back when it was right. A try that comes too early is not looked at and costs nothing more.
// A quiet day forgets, and so does a clock that was set back: no delay is longer than its rule.

import { sql } from 'kysely'
import { rowFrom, type Database } from '../store/database.ts'

export interface DelayRule {
  /** Failures without any delay. */
  readonly free: number
  /** Longest delay, ms; the first is one second, each next one twice as long. */
  readonly most: number
}

export const PER_ACCOUNT: DelayRule = { free: 5, most: 15 * 60_000 }
/** A school shares one address: many may mistype there in one morning. */
export const PER_ADDRESS: DelayRule = { free: 40, most: 60_000 }
export const CODES_PER_ADDRESS: DelayRule = { free: 15, most: 5 * 60_000 }

/** More than requests that come at once differ by. */
const SET_BACK_MS = 60_000
const FORGET_MS = 86_400_000

/** 0: the try may be looked at, and is charged. Else the milliseconds to wait. */
export async function charge(db: Database, now: number, key: string, rule: DelayRule): Promise<number> {
  // Without a delay nobody waits, not even one whose clock was read a moment before another's from the same address.
  const next = (failures: ReturnType<typeof sql>) =>
    sql`case when ${failures} <= ${rule.free} then 0 else ${now}::bigint + least(${rule.most}::bigint, 1000::bigint * (2 ^ least(${failures} - ${rule.free} - 1, 20))::bigint) end`
  const failures = sql`(case when d.last_at < ${now - FORGET_MS} then 1 else d.failures + 1 end)`
  const charged = await rowFrom(
    db,
    sql`
    insert into sign_in_delay as d (key, failures, last_at, next_at) values (${key}, 1, ${now}, 0)
    on conflict (key) do update set failures = ${failures}, last_at = ${now}, next_at = ${next(failures)}
    where d.next_at <= ${now} or d.next_at > ${now + rule.most + SET_BACK_MS} returning key`,
  )
  if (charged !== null) return 0
  const row = await rowFrom(db, sql<{ next_at: number }>`select next_at from sign_in_delay where key = ${key}`)
  return row === null ? 0 : Math.max(1, row.next_at - now)
}

/** The person was right: their own count starts again. */
export async function forgive(db: Database, now: number, key: string): Promise<void> {
  await sql`delete from sign_in_delay where key = ${key} or last_at < ${now - FORGET_MS}`.execute(db)
}

/** The try from this address was right: it is given back, earlier failures stay. */
export async function giveBack(db: Database, now: number, key: string): Promise<void> {
  await sql`update sign_in_delay set failures = greatest(failures - 1, 0), next_at = 0 where key = ${key}`.execute(db)
}
