// Reads a backup file line by line. `checkBackup` goes through the whole file first: nothing is loaded from a file that is cut off,
// damaged, or from a newer 研途.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { FORMAT, type BackupHead, type Manifest, type TableLine, type TableSum } from './format.ts'

export type BackupPart =
  | { readonly is: 'head'; readonly head: BackupHead }
  | { readonly is: 'table'; readonly table: TableLine }
  | { readonly is: 'row'; readonly line: string }
  | { readonly is: 'end'; readonly manifest: Manifest }

/** Rows are objects of columns; only lines of our own begin with these keys. */
function partOf(line: string, first: boolean): BackupPart {
  if (first) return { is: 'head', head: JSON.parse(line) as BackupHead }
  if (line.startsWith('{"table":"') && line.includes('"columns":[')) {
    const table = JSON.parse(line) as Partial<TableLine>
    if (Object.keys(table).length === 2 && Array.isArray(table.columns)) return { is: 'table', table: table as TableLine }
  }
  if (line.startsWith('{"end":true,"tables":{')) return { is: 'end', manifest: JSON.parse(line) as Manifest }
  return { is: 'row', line }
}

export async function* backupParts(file: string): AsyncGenerator<BackupPart> {
  const packed = createReadStream(file)
  const unpacked = packed.pipe(createGunzip())
  packed.on('error', (error) => unpacked.destroy(error))
  let first = true
  for await (const line of linesOf(unpacked)) {
    yield partOf(line, first)
    first = false
  }
}

/** Only a line feed ends a line: names may hold any other separator Unicode has. A line may be as long as a whole imported roster. */
export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let begun: string[] = []
  for await (const chunk of input) {
    const text = decoder.write(chunk)
    let from = 0
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      begun.push(text.slice(from, at))
      yield begun.join('')
      begun = []
      from = at + 1
    }
    if (from < text.length) begun.push(text.slice(from))
  }
  if (begun.length > 0) yield begun.join('')
}

export type BackupChecked =
  | { readonly is: 'whole'; readonly head: BackupHead; readonly manifest: Manifest }
  | { readonly is: 'wrong'; readonly why: 'not-a-backup' | 'cut-off' | 'damaged' | 'newer' }

export async function checkBackup(file: string, knownMigrations: readonly string[]): Promise<BackupChecked> {
  try {
    return await readThrough(file, knownMigrations)
  } catch (error) {
    // Not gzip, cut off inside, or not JSON: all of them mean that this file cannot be loaded. What began as a backup is a damaged one.
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (error instanceof SyntaxError || code === 'Z_DATA_ERROR')
      return { is: 'wrong', why: (await beganAsBackup(file)) ? 'damaged' : 'not-a-backup' }
    if (code === 'Z_BUF_ERROR') return { is: 'wrong', why: 'cut-off' }
    throw error
  }
}

/** From its first bytes alone: of a file that turns out damaged, what was read so far is thrown away. */
async function beganAsBackup(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    const text = gunzipSync(buffer.subarray(0, bytesRead), { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8')
    return text.startsWith('{"yantu":"backup"')
  } catch {
    // So early that nobody can tell what it was.
    return false
  } finally {
    await handle.close()
  }
}

async function readThrough(file: string, knownMigrations: readonly string[]): Promise<BackupChecked> {
  let head: BackupHead | null = null
  let manifest: Manifest | null = null
  let table: { name: string; rows: number; hash: ReturnType<typeof createHash> } | null = null
  const found: Record<string, TableSum> = {}
  const close = (): void => {
    if (table !== null) found[table.name] = { rows: table.rows, digest: table.hash.digest('hex') }
  }
  for await (const part of backupParts(file)) {
    if (part.is === 'head') {
      head = part.head
      if (head.yantu !== 'backup') return { is: 'wrong', why: 'not-a-backup' }
      if (head.format > FORMAT || head.migrations.some((m) => !knownMigrations.includes(m))) return { is: 'wrong', why: 'newer' }
    } else if (part.is === 'table') {
      close()
      table = { name: part.table.table, rows: 0, hash: createHash('sha256') }
    } else if (part.is === 'row' && table !== null) {
      table.rows += 1
      table.hash.update(part.line).update('\n')
    } else if (part.is === 'end') {
      close()
      // Read on to the very end: the head has no sum of its own, only that of the whole file.
      manifest = part.manifest
    }
  }
  if (head === null) return { is: 'wrong', why: 'not-a-backup' }
  if (manifest === null) return { is: 'wrong', why: 'cut-off' }
  return sameSums(found, manifest.tables) ? { is: 'whole', head, manifest } : { is: 'wrong', why: 'damaged' }
}

export function sameSums(a: Readonly<Record<string, TableSum>>, b: Readonly<Record<string, TableSum>>): boolean {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.every((name) => a[name]?.rows === b[name]?.rows && a[name]?.digest === b[name]?.digest)
}
