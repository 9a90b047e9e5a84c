// Sheets as an .xlsx for people to open. Text stays text: what begins with = + - @ (also full-width, or after a tab or line break) is
// written with a leading apostrophe, so that no spreadsheet program ever runs it. Numbers are numbers, days are text 'YYYY-MM-DD'.

import writeWorkbook, { type Row as WrittenRow, type Sheet as WrittenSheet } from 'write-excel-file/node'
import { harmless } from '../../wire/sheet-text.ts'

export type OutCell = string | number | null

export interface OutSheet {
  readonly name: string
  readonly heading: readonly string[]
  /** In characters; 14 where left out. */
  readonly widths?: readonly number[]
  readonly rows: readonly (readonly OutCell[])[]
  /** Lines above the heading, e.g. the title and 数据截至; each in the first column. */
  readonly above?: readonly string[]
}

/** Names Excel accepts: at most 31 characters, without : \ / ? * [ ], and never the same twice. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name, i) => {
    const base = name.replace(/[:\\/?*[\]]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 28) || `表${i + 1}`
    let unique = base
    for (let n = 2; used.has(unique.toLowerCase()); n += 1) unique = `${base}${n}`
    used.add(unique.toLowerCase())
    return unique
  })
}

const written = (cell: OutCell): WrittenRow[number] =>
  cell === null ? null : typeof cell === 'number' ? { type: Number, value: cell } : { type: String, value: harmless(cell), wrap: true, alignVertical: 'top' }

function sheetOf(sheet: OutSheet, name: string): WrittenSheet<Blob> {
  const above = (sheet.above ?? []).map((line): WrittenRow => [{ type: String, value: harmless(line) }])
  const heading: WrittenRow = sheet.heading.map((h) => ({ type: String, value: harmless(h), fontWeight: 'bold', backgroundColor: '#e8eef5', wrap: true }))
  return {
    sheet: name,
    data: [...above, heading, ...sheet.rows.map((row) => row.map(written))],
    columns: sheet.heading.map((_, i) => ({ width: sheet.widths?.[i] ?? 14 })),
    stickyRowsCount: above.length + 1,
  } as WrittenSheet<Blob>
}

export async function writeSheets(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((s) => s.name))
  const all = sheets.map((s, i) => sheetOf(s, names[i] ?? `表${i + 1}`))
  return writeWorkbook(all as unknown as Parameters<typeof writeWorkbook>[0]).toBuffer()
}
