// The tables of the database as they are: names, columns, and an order in which rows can be loaded without breaking a reference.

import type { Client } from 'pg'
import type { TableLine } from './format.ts'

/** Quoted, so that no name is ever anything but a name. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Everything but the list of migrations: that stands in the head. */
export async function tablesInOrder(client: Client): Promise<TableLine[]> {
  const { rows: columns } = await client.query<{ table: string; columns: string[] }>(`
    select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.table_name <> 'migration' and c.is_generated = 'NEVER' group by 1 order by 1`)
  const { rows: references } = await client.query<{ table: string; needs: string }>(`
    select distinct a.relname as table, b.relname as needs from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and a.oid <> b.oid`)
  const left = new Map(columns.map((t) => [t.table, t]))
  const ordered: TableLine[] = []
  while (left.size > 0) {
    const ready = [...left.keys()].filter((table) => !references.some((r) => r.table === table && left.has(r.needs)))
    if (ready.length === 0) throw new Error('tables that refer to each other in a circle')
    for (const table of ready) {
      const line = left.get(table)
      if (line !== undefined) ordered.push(line)
      left.delete(table)
    }
  }
  return ordered
}

/** Rows as text in an order that depends on their content alone, so that equal tables give equal bytes. */
export const rowsQuery = ({ table, columns }: TableLine): string =>
  `select to_json(t)::text as line from (select ${columns.map(quoted).join(', ')} from public.${quoted(table)}) t order by to_json(t)::text collate "C"`

export async function migrationsRun(client: Client): Promise<string[]> {
  return (await client.query<{ name: string }>('select name from migration order by name')).rows.map((r) => r.name)
}
