// The one way to PostgreSQL: a pool under Kysely. Days come back as text ('YYYY-MM-DD') and bigints as numbers, which are
// safe integers here (change numbers, counts); nothing in the database is ever a JS Date except received_at and its like.

import { Kysely, PostgresDialect, type RawBuilder, type Transaction } from 'kysely'
import pg from 'pg'
import { ALIVE } from './lost-connection.ts'
import { PreparingClient } from './preparing-client.ts'

/** Statements are written as SQL, one file a noun, so tables need no types here: each query says what it returns. */
export type Tables = Record<never, never>
export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

const INT8 = 20
const DATE = 1082
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return (text: string) => safeInteger(text)
    if (oid === DATE) return (text: string) => text
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

function safeInteger(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new RangeError('a number in the database is too large')
  return n
}

export function connect(url: string, connections = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: types as pg.CustomTypesConfig,
    connectionTimeoutMillis: 10_000,
    ...ALIVE,
    Client: PreparingClient,
  })
  // A connection that dies while idle is replaced by the pool; the next query says if the server is gone.
  pool.on('error', () => undefined)
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** All rows of a statement. */
export async function rowsFrom<R>(db: Database | Tx, statement: RawBuilder<R>): Promise<R[]> {
  const { rows } = await statement.execute(db)
  return rows
}

/** The first row of a statement, or null. */
export async function rowFrom<R>(db: Database | Tx, statement: RawBuilder<R>): Promise<R | null> {
  return (await rowsFrom(db, statement))[0] ?? null
}
