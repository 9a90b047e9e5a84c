// Sheets as an .xlsx file in this browser, offline too. Loaded only when someone exports. Text stays text.

import writeXlsxFile, { type Row } from 'write-excel-file/browser'
import {
  columnFormats,
  columnWidths,
  FONT,
  headingText,
  heightAbove,
  isOfNumbers,
  pageOf,
  printedOn,
  rowHeight,
  shownNumber,
} from '../../wire/sheet-shape.ts'
import { harmless } from '../../wire/sheet-text.ts'
import type { Cell, Sheet } from './summary-sheets.ts'

type Written = Row[number]
const inCell = (value: string): Written => ({ type: String, value: harmless(value), wrap: true, alignVertical: 'top' })

/** A line over the whole table, on as many lines as it needs. */
function titled(line: string, first: boolean, widths: readonly number[]): Row {
  const height = heightAbove(line, widths)
  const cell: Written = {
    type: String,
    value: harmless(line),
    wrap: height !== undefined,
    alignVertical: 'top',
    ...(widths.length > 1 ? { columnSpan: widths.length } : {}),
    ...(first ? { fontWeight: 'bold' as const } : {}),
    ...(height === undefined ? {} : { height }),
  }
  return [cell, ...widths.slice(1).map(() => null)]
}

/** The height of a row stands at one of its cells. */
const highEnough = (height: number | undefined, row: Row): Row => {
  const at = row.findIndex((cell) => cell !== null)
  return height === undefined || at < 0 ? row : row.map((cell, i) => (i === at ? ({ ...(cell as object), height } as Written) : cell))
}

/** The rows as they are written: titles, heading, lines, and the sum in bold. */
export function rowsOfSheet(sheet: Sheet, widths: readonly number[]): Row[] {
  const formats = columnFormats(sheet.heading.length, sheet.rows)
  const written = (cell: Cell, at: number): Written => {
    if (cell === null) return null
    const shown = typeof cell === 'string' ? cell : shownNumber(cell, formats[at] ?? '0')
    return typeof shown === 'string' ? inCell(shown) : { type: Number, ...shown, alignVertical: 'top' }
  }
  const bold = (cell: Written): Written => (cell === null || typeof cell !== 'object' ? cell : ({ ...cell, fontWeight: 'bold' } as Written))
  return [
    ...sheet.above.map((line, i): Row => titled(line, i === 0, widths)),
    highEnough(
      rowHeight(
        sheet.heading.map((h, at) => headingText(h, isOfNumbers(sheet.rows, at))),
        widths,
      ),
      sheet.heading.map((h, at): Written => ({
        type: String,
        value: harmless(headingText(h, isOfNumbers(sheet.rows, at))),
        fontWeight: 'bold',
        backgroundColor: '#e8eef5',
        wrap: true,
        alignVertical: 'center',
        align: isOfNumbers(sheet.rows, at) ? 'right' : 'left',
      })),
    ),
    ...sheet.rows.map((row, i): Row =>
      highEnough(rowHeight(row, widths), sheet.sum === true && i === sheet.rows.length - 1 ? row.map(written).map(bold) : row.map(written)),
    ),
  ]
}

/** Hands the file to the browser's own downloads. */
export async function downloadWorkbook(sheets: readonly Sheet[], fileName: string): Promise<void> {
  const widths = sheets.map((sheet) => columnWidths(sheet.heading, sheet.rows, sheet.widths))
  const pages = widths.map(pageOf)
  const all = sheets.map((sheet, i) => ({
    sheet: sheet.name,
    data: rowsOfSheet(sheet, widths[i] ?? []),
    columns: (widths[i] ?? []).map((width) => ({ width })),
    stickyRowsCount: sheet.above.length + 1,
    // The writer's types know one of the two; it writes either.
    orientation: (pages[i]?.orientation ?? 'portrait') as 'landscape',
  }))
  await writeXlsxFile(all, { ...FONT, features: [printedOn(pages)] }).toFile(fileName)
}
