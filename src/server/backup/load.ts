// Loads a checked backup into a migrated database, in one transaction: what was there is replaced, or nothing happens at all.
// Columns that the backup does not know keep their defaults.

import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { TableLine, TableSum } from './format.ts'
import { backupParts } from './read.ts'
import { quoted, tablesInOrder } from './tables.ts'
import { tableParts } from './write.ts'

const AT_ONCE = 500

/** Inside a transaction of the caller's. */
export async function loadBackup(client: Client, file: string, stopping?: AbortSignal): Promise<void> {
  const tables = await tablesInOrder(client)
  await client.query(`truncate ${tables.map((t) => `public.${quoted(t.table)}`).join(', ')} cascade`)
  let table: TableLine | null = null
  let rows: string[] = []
  const write = async (): Promise<void> => {
    stopping?.throwIfAborted()
    if (table !== null && rows.length > 0) await insert(client, table, rows)
    rows = []
  }
  for await (const part of backupParts(file)) {
    stopping?.throwIfAborted()
    if (part.is === 'row') {
      rows.push(part.line)
      if (rows.length >= AT_ONCE) await write()
    } else {
      await write()
      if (part.is === 'table') table = part.table
    }
  }
  await identitiesGoOn(client)
}

async function insert(client: Client, { table, columns }: TableLine, rows: readonly string[]): Promise<void> {
  const list = columns.map(quoted).join(', ')
  await client.query(
    `insert into public.${quoted(table)} (${list}) overriding system value select ${list} from json_populate_recordset(null::public.${quoted(table)}, $1::json)`,
    [`[${rows.join(',')}]`],
  )
}

/** Numbers the database gives itself must not begin again at one. */
async function identitiesGoOn(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  )
  for (const { table, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${quoted(column)}) from public.${quoted(table)}), 0) + 1, false)`,
      [`public.${quoted(table)}`, column],
    )
  }
}

/** What a database holds, table by table, for comparing with a manifest. */
export async function sumsOf(client: Client, tables: readonly TableLine[], stopping?: AbortSignal): Promise<Record<string, TableSum>> {
  const sums: Record<string, TableSum> = {}
  for (const table of tables) {
    const hash = createHash('sha256')
    let rows = 0
    for await (const part of tableParts(client, table)) {
      stopping?.throwIfAborted()
      for (const line of part) hash.update(line).update('\n')
      rows += part.length
    }
    sums[table.table] = { rows, digest: hash.digest('hex') }
  }
  return sums
}
