// A demo that broke off while it was filled (the machine went off, the process was killed): its district is there, and nobody can ever
// get in, for the links come last. Cleared at start, so that the first run is offered again. A real district is never in this
// state: its administrator's password is written in the same transaction as the district.

import { sql } from 'kysely'
import { rowFrom, rowsFrom, type Database } from '../store/database.ts'

/** Kept: what the installation is, not who is in it. */
const KEPT = ['migration', 'server_secret']

/** Before anything is served. True when there was one. */
export async function clearUnfinishedDemo(db: Database): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table district, credential, invite in access exclusive mode`.execute(tx)
    const nobodyCanEnter = await rowFrom(
      tx,
      sql`
      select 1 as found where exists (select from district) and not exists (select from credential) and not exists (select from invite)
        and not exists (select from device) and not exists (select from session)
        and not exists (select from op_log where device is distinct from 'demo')`,
    )
    if (nobodyCanEnter === null) return false
    const tables = await rowsFrom(
      tx,
      sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' and tablename <> all (${KEPT}::text[])`,
    )
    await sql`truncate ${sql.join(tables.map((t) => sql.table(`public.${t.name}`)))} cascade`.execute(tx)
    return true
  })
}
