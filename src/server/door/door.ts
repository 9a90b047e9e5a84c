// The one door to data. `withAsker` opens a transaction in the restricted role, with the scope of the person who asks, so that
// row-level security holds whatever the code inside does. `withServer` is for start, import, commands and sign-in: no wall.
// Must not: keep a transaction open while waiting for anything but the database.

import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Database, Tx } from '../store/database.ts'
import { retrying } from '../store/retry.ts'
import { momentOf, type Clock, type Moment } from '../clock.ts'
import type { Asker } from './asker.ts'
import { enter, type Scope } from './scope.ts'

export interface Visit {
  readonly tx: Tx
  readonly asker: Asker
  readonly scope: Scope
  readonly now: Moment
}

export interface DoorOptions {
  /** One unmoving picture of the database, nothing written: for reading that must agree with itself. */
  readonly snapshot?: boolean
}

/** Runs `work` as this person, again when two transactions met; a throw undoes everything. */
export const withAsker = <T>(
  db: Database,
  clock: Clock,
  asker: Asker,
  work: (visit: Visit) => Promise<T>,
  options: DoorOptions = {},
): Promise<T> =>
  withAskerBy(
    db,
    clock,
    asker,
    async (tx, today) => ({ scope: await enter(tx, asker, today) }),
    (visit) => work(visit),
    options,
  )

/** The same where the first statement enters and brings along what is needed at once: `by` must leave the transaction inside the wall. */
export function withAskerBy<E extends { readonly scope: Scope }, T>(
  db: Database,
  clock: Clock,
  asker: Asker,
  by: (tx: Tx, today: Day) => Promise<E>,
  work: (visit: Visit, brought: E) => Promise<T>,
  options: DoorOptions = {},
): Promise<T> {
  return retrying(() =>
    beginning(db, options).execute(async (tx) => {
      const now = momentOf(clock())
      const brought = await by(tx, now.day)
      return work({ tx, asker, scope: brought.scope, now }, brought)
    }),
  )
}

const beginning = (db: Database, { snapshot }: DoorOptions) =>
  snapshot === true
    ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    : db.transaction().setIsolationLevel('read committed')

/** Runs `work` with the server's own rights on one district; `person` is on whose behalf, for the op log. */
export function withServer<T>(
  db: Database,
  who: { readonly district: string; readonly person: string },
  work: (tx: Tx) => Promise<T>,
  options: DoorOptions = {},
): Promise<T> {
  return retrying(() =>
    beginning(db, options).execute(async (tx) => {
      await sql`select set_config('yantu.district', ${who.district}, true), set_config('yantu.person', ${who.person}, true),
        set_config('yantu.reach', 'district', true), set_config('yantu.keys', '', true)`.execute(tx)
      return work(tx)
    }),
  )
}
