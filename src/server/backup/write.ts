// Writes a backup: every table as of one moment (repeatable read, read only), streamed, so that a large district needs no large memory.
// The file appears under its name only when it is whole and on the disk; readable by the owner only, since it holds everything.

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { clientTo } from '../store/lost-connection.ts'
import { FORMAT, type BackupHead, type BackupSaid, type Manifest, type TableLine, type TableSum } from './format.ts'
import { migrationsRun, rowsQuery, tablesInOrder } from './tables.ts'

const AT_ONCE = 1000

/** `stopping`: breaks it off at the next thousand rows. */
export async function writeBackup(databaseUrl: string, file: string, nowMs: number, stopping?: AbortSignal): Promise<BackupSaid> {
  const client = clientTo(databaseUrl)
  await client.connect()
  const unfinished = `${file}.unfinished`
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query("set local datestyle = 'ISO'; set local timezone = 'UTC'; set local extra_float_digits = 3")
    const head = await headOf(client, nowMs)
    const sums: Record<string, TableSum> = {}
    await pipeline(
      lines(client, head, sums, stopping),
      createGzip({ level: 6 }),
      createWriteStream(unfinished, { mode: 0o600, flags: 'w' }),
    )
    await client.query('commit')
    await onDisk(unfinished)
    await rename(unfinished, file)
    return { head, manifest: { end: true, tables: sums }, bytes: (await stat(file)).size }
  } finally {
    await rm(unfinished, { force: true })
    await client.end()
  }
}

async function headOf(client: pg.Client, nowMs: number): Promise<BackupHead> {
  const { rows } = await client.query<BackupHead['districts'][number]>(
    'select district, generation, head::text as head from district order by district',
  )
  return {
    yantu: 'backup',
    format: FORMAT,
    madeAt: new Date(nowMs).toISOString(),
    migrations: await migrationsRun(client),
    districts: rows,
  }
}

async function* lines(client: pg.Client, head: BackupHead, sums: Record<string, TableSum>, stopping?: AbortSignal): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`
  for (const table of await tablesInOrder(client)) {
    yield `${JSON.stringify(table satisfies TableLine)}\n`
    const hash = createHash('sha256')
    let rows = 0
    for await (const part of tableParts(client, table)) {
      stopping?.throwIfAborted()
      for (const line of part) hash.update(line).update('\n')
      rows += part.length
      yield part.map((line) => `${line}\n`).join('')
    }
    sums[table.table] = { rows, digest: hash.digest('hex') }
  }
  yield `${JSON.stringify({ end: true, tables: sums } satisfies Manifest)}\n`
}

export async function* tableParts(client: pg.Client, table: TableLine): AsyncGenerator<string[]> {
  await client.query(`declare rows_of no scroll cursor for ${rowsQuery(table)}`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${String(AT_ONCE)} from rows_of`)
    if (rows.length === 0) break
    yield rows.map((r) => r.line)
  }
  await client.query('close rows_of')
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
