// The rows of one sheet of a workbook as the writers of phone and server take them: titles over the whole table, the heading, the
// lines, and the sum in bold. What a cell is and how wide and high it stands: sheet-shape.ts. Pure.

import { columnFormats, headingText, heightAbove, isOfNumbers, pageOf, rowHeight, shownNumber, type ShapeCell } from './sheet-shape.ts'
import { harmless } from './sheet-text.ts'

export interface Sheet {
  readonly name: string
  /** Lines above the heading, the first in bold: the title, 数据截至. */
  readonly above: readonly string[]
  readonly heading: readonly string[]
  /** In characters; what is left out follows what stands in the column. */
  readonly widths?: readonly (number | undefined)[]
  readonly rows: readonly (readonly ShapeCell[])[]
  /** Whether the last row is the sum of the others. */
  readonly sum?: boolean
}

export interface WrittenCell {
  type: StringConstructor | NumberConstructor
  value: string | number
  format?: string
  wrap?: boolean
  align?: 'left' | 'right'
  alignVertical?: 'top' | 'center'
  backgroundColor?: string
  fontWeight?: 'bold'
  columnSpan?: number
  height?: number
}
export type WrittenRow = (WrittenCell | null)[]

/** `widths` as `columnWidths` gave them for this sheet. */
export function sheetRows(sheet: Sheet, widths: readonly number[]): WrittenRow[] {
  const formats = columnFormats(sheet.heading.length, sheet.rows)
  const heading = sheet.heading.map((head, at) => headingText(head, isOfNumbers(sheet.rows, at)))
  const last = sheet.rows.length - 1
  return [
    ...sheet.above.map((line, i) => titled(line, i === 0, widths)),
    highEnough(
      rowHeight(heading, widths),
      heading.map((text, at): WrittenCell => ({
        type: String,
        value: harmless(text),
        fontWeight: 'bold',
        backgroundColor: '#e8eef5',
        wrap: true,
        alignVertical: 'center',
        align: isOfNumbers(sheet.rows, at) ? 'right' : 'left',
      })),
    ),
    ...sheet.rows.map((row, i) => {
      const written = row.map((cell, at) => cellOf(cell, formats[at] ?? '0'))
      return highEnough(rowHeight(row, widths), sheet.sum === true && i === last ? written.map(bold) : written)
    }),
  ]
}

/** How the sheet lies on paper and what of it stays in sight while it is scrolled. */
export const sheetLook = (
  sheet: Sheet,
  widths: readonly number[],
): { columns: { width: number }[]; orientation: 'portrait' | 'landscape'; stickyRowsCount: number } => ({
  columns: widths.map((width) => ({ width })),
  orientation: pageOf(widths).orientation,
  stickyRowsCount: sheet.above.length + 1,
})

function cellOf(cell: ShapeCell, column: string): WrittenCell | null {
  if (cell === null) return null
  const shown = typeof cell === 'string' ? cell : shownNumber(cell, column)
  return typeof shown === 'string'
    ? { type: String, value: harmless(shown), wrap: true, alignVertical: 'top' }
    : { type: Number, ...shown, alignVertical: 'top' }
}

const bold = (cell: WrittenCell | null): WrittenCell | null => (cell === null ? null : { ...cell, fontWeight: 'bold' })

/** A line over the whole table, on as many lines as it needs. */
function titled(line: string, first: boolean, widths: readonly number[]): WrittenRow {
  const height = heightAbove(line, widths)
  const cell: WrittenCell = {
    type: String,
    value: harmless(line),
    wrap: height !== undefined,
    alignVertical: 'top',
    ...(widths.length > 1 ? { columnSpan: widths.length } : {}),
    ...(first ? { fontWeight: 'bold' } : {}),
    ...(height === undefined ? {} : { height }),
  }
  return [cell, ...widths.slice(1).map(() => null)]
}

/** The height of a row stands at one of its cells. */
function highEnough(height: number | undefined, row: WrittenRow): WrittenRow {
  const at = row.findIndex((cell) => cell !== null)
  return height === undefined ? row : row.map((cell, i) => (i === at && cell !== null ? { ...cell, height } : cell))
}
