// Sheets as an .xlsx for people to open. Text stays text: what begins with = + - @ (also full-width, or after a tab or line break) is
// written with a leading apostrophe, so that no spreadsheet program ever runs it. Numbers are numbers, days of a { day } are dates.

import writeWorkbook, { type Row as WrittenRow, type Sheet as WrittenSheet } from 'write-excel-file/node'
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
  type ShapeCell,
} from '../../wire/sheet-shape.ts'
import { harmless } from '../../wire/sheet-text.ts'

export type OutCell = ShapeCell

export interface OutSheet {
  readonly name: string
  readonly heading: readonly string[]
  /** In characters; what is left out follows what stands in the column. */
  readonly widths?: readonly number[]
  readonly rows: readonly (readonly OutCell[])[]
  /** Lines above the heading, e.g. the title and 数据截至; each in the first column. */
  readonly above?: readonly string[]
}

/** Names Excel accepts: at most 31 characters, without : \ / ? * [ ], and never the same twice. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name, i) => {
    const base =
      name
        .replace(/[:\\/?*[\]]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 28) || `表${i + 1}`
    let unique = base
    for (let n = 2; used.has(unique.toLowerCase()); n += 1) unique = `${base}${n}`
    used.add(unique.toLowerCase())
    return unique
  })
}

function written(cell: OutCell, column: string): WrittenRow[number] {
  if (cell === null) return null
  const shown = typeof cell === 'string' ? cell : shownNumber(cell, column)
  return typeof shown === 'string'
    ? { type: String, value: harmless(shown), wrap: true, alignVertical: 'top' }
    : { type: Number, ...shown, alignVertical: 'top' }
}

/** The height of a row stands at one of its cells. */
function highEnough(height: number | undefined, row: WrittenRow): WrittenRow {
  const at = row.findIndex((cell) => cell !== null)
  return height === undefined || at < 0
    ? row
    : row.map((cell, i) => (i === at ? ({ ...(cell as object), height } as WrittenRow[number]) : cell))
}

function sheetOf(sheet: OutSheet, name: string, widths: readonly number[]): WrittenSheet<Blob> {
  const above = (sheet.above ?? []).map((line, i): WrittenRow => {
    const height = heightAbove(line, widths)
    return [
      {
        type: String,
        value: harmless(line),
        wrap: height !== undefined,
        alignVertical: 'top',
        ...(widths.length > 1 ? { columnSpan: widths.length } : {}),
        ...(i === 0 ? { fontWeight: 'bold' as const } : {}),
        ...(height === undefined ? {} : { height }),
      },
      ...widths.slice(1).map(() => null),
    ]
  })
  const formats = columnFormats(sheet.heading.length, sheet.rows)
  const heading: WrittenRow = sheet.heading.map((h, at) => ({
    type: String,
    value: harmless(headingText(h, isOfNumbers(sheet.rows, at))),
    fontWeight: 'bold',
    backgroundColor: '#e8eef5',
    wrap: true,
    align: isOfNumbers(sheet.rows, at) ? 'right' : 'left',
  }))
  return {
    sheet: name,
    data: [
      ...above,
      highEnough(
        rowHeight(
          sheet.heading.map((h, at) => headingText(h, isOfNumbers(sheet.rows, at))),
          widths,
        ),
        heading,
      ),
      ...sheet.rows.map((row) =>
        highEnough(
          rowHeight(row, widths),
          row.map((cell, at) => written(cell, formats[at] ?? '0')),
        ),
      ),
    ],
    columns: widths.map((width) => ({ width })),
    orientation: pageOf(widths).orientation,
    stickyRowsCount: above.length + 1,
  } as WrittenSheet<Blob>
}

export async function writeSheets(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((s) => s.name))
  const widths = sheets.map((s) => columnWidths(s.heading, s.rows, s.widths))
  const all = sheets.map((s, i) => sheetOf(s, names[i] ?? `表${i + 1}`, widths[i] ?? []))
  return writeWorkbook(all as unknown as Parameters<typeof writeWorkbook>[0], {
    ...FONT,
    features: [printedOn(widths.map(pageOf))],
  }).toBuffer()
}
