// The door of account work: a transaction in the role that reaches passwords, sessions and codes, and no document.
// The key is made once per database (002) and hashes whatever is too short to be hashed without one.

import { sql } from 'kysely'
import { retrying } from '../store/retry.ts'
import { rowFrom, type Database, type Tx } from '../store/database.ts'

export function withAccounts<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return retrying(() =>
    db.transaction().execute(async (tx) => {
      await sql`set local role yantu_accounts`.execute(tx)
      return work(tx)
    }),
  )
}

const keys = new WeakMap<Database, Promise<Uint8Array>>()

export function accountsKey(db: Database): Promise<Uint8Array> {
  const known = keys.get(db)
  if (known !== undefined) return known
  const read = readKey(db)
  keys.set(db, read)
  // A database that did not answer is asked again.
  read.catch(() => keys.delete(db))
  return read
}

async function readKey(db: Database): Promise<Uint8Array> {
  const row = await rowFrom(db, sql<{ value: Buffer }>`select value from server_secret where name = 'accounts'`)
  if (row === null) throw new Error('the database has no key for accounts')
  return row.value
}
