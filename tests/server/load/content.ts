// Everything the database holds, table by table, as one line each: equal before and after means that nothing was applied.

import { sql } from 'kysely'
import { rowsFrom, type Database } from '../../../src/server/store/database.ts'

/** What notes that something was tried, and plans that nobody confirmed; the counter, which refusals move too. */
const NOTES = ['security_event', 'sign_in_delay', 'import_batch', 'import_line', 'migration', 'op_log', 'district', 'document']

export async function contentOf(db: Database): Promise<Record<string, string>> {
  const tables = await rowsFrom(
    db,
    sql<{
      name: string
    }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const content: Record<string, string> = {}
  const put = async (name: string, from: ReturnType<typeof sql>): Promise<void> => {
    const [row] = await rowsFrom(
      db,
      sql<{ all: string }>`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as all from ${from} t`,
    )
    content[name] = row?.all ?? ''
  }
  for (const { name } of tables.filter((table) => !NOTES.includes(table.name))) await put(name, sql`${sql.table(name)}`)
  await put('district', sql`(select district, code, name, generation, reference_change, activity_change, backed_up_through from district)`)
  // A document that was only ever locked is none.
  await put('document', sql`(select * from document where change > 0)`)
  await put(
    'ops that took effect',
    sql`(select op, content_hash, result from op_log where result not like '%"is":"refused"%' and result not like '%"is":"stale"%' and result not like '%"is":"noop"%')`,
  )
  return content
}
