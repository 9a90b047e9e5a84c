// Sheets as an .xlsx file in this browser, offline too. Loaded only when someone exports. Text stays text.

import writeXlsxFile, { type Row } from 'write-excel-file/browser'
import { harmless } from '../../wire/sheet-text.ts'
import type { Cell, Sheet } from './summary-sheets.ts'

const text = (value: string): Row[number] => ({ type: String, value: harmless(value) })
const written = (cell: Cell): Row[number] => (cell === null ? null : typeof cell === 'number' ? { type: Number, value: cell } : text(cell))

/** Hands the file to the browser's own downloads. */
export async function downloadWorkbook(sheets: readonly Sheet[], fileName: string): Promise<void> {
  const all = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [...sheet.above.map((line): Row => [text(line)]), sheet.heading.map((h): Row[number] => ({ type: String, value: harmless(h), fontWeight: 'bold' })), ...sheet.rows.map((row): Row => row.map(written))],
    columns: sheet.heading.map((_, i) => ({ width: sheet.widths?.[i] ?? (i === 0 ? 24 : 14) })),
    stickyRowsCount: sheet.above.length + 1,
  }))
  await writeXlsxFile(all).toFile(fileName)
}
