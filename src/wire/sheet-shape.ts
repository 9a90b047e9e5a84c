// How the cells and columns of a workbook look, from what stands in them: wide enough to be read, hours always to the tenth, days as days a
// spreadsheet can reckon with, counts of one column with the same places. Used by phone and server alike, so that their workbooks look
// alike. Pure.

import { dayNumber, parseDay } from '../domain/day.ts'
import { formatFixed, type CreditTenths, type Tenths } from '../domain/hours.ts'

/** 学时 or 学分: in whole tenths, written as a number with one place. */
export interface HoursCell {
  readonly tenths: Tenths | CreditTenths
}
/** A calendar day 'YYYY-MM-DD', written as a real date in the words of paper: 2026年9月1日. */
export interface DayCell {
  readonly day: string
}
export type ShapeCell = string | number | HoursCell | DayCell | null

const HOURS = '0.0'
const DAY = 'yyyy"年"m"月"d"日"'
/** A spreadsheet counts its days from 1899-12-30. */
const BEFORE_1970 = 25569
const LONGEST_DAY = '2026年12月31日'

const WIDEST = 44
const NARROWEST = 6

/** In the width of a digit: a Chinese character is two. */
export const textWidth = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

const longest = (text: string): number => Math.max(...text.split('\n').map(textWidth))

/** Columns of numbers: their headings stand over them on the right, and a long one breaks in two. */
export const isOfNumbers = (rows: readonly (readonly ShapeCell[])[], at: number): boolean => {
  const cell = rows.map((row) => row[at]).find((one) => one != null && one !== '')
  return cell !== undefined && typeof cell !== 'string'
}

const SHORT = 8
/** As it is written: what stands in brackets goes below. */
export const headingText = (head: string, numbers: boolean): string =>
  numbers && textWidth(head) > SHORT ? head.replace(/(.)（/, '$1\n（') : head

function headingWidth(head: string, numbers: boolean): number {
  const text = headingText(head, numbers)
  if (text.includes('\n')) return longest(text)
  return numbers && textWidth(head) > SHORT ? Math.max(SHORT, Math.ceil(textWidth(head) / 2) + 1) : textWidth(head)
}

/** `given` widths stand; the others follow their longest cell, the heading among them. */
export function columnWidths(
  heading: readonly string[],
  rows: readonly (readonly ShapeCell[])[],
  given: readonly (number | undefined)[] = [],
): number[] {
  return heading.map((head, at) => {
    const fixed = given[at]
    if (fixed !== undefined) return fixed
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? null)), headingWidth(head, isOfNumbers(rows, at)))
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 3))
  })
}

function widthOf(cell: ShapeCell): number {
  if (cell === null) return 0
  if (typeof cell === 'number') return cell.toFixed(placesOf(cell)).length
  if (typeof cell === 'string') return longest(cell)
  return 'day' in cell ? textWidth(LONGEST_DAY) : formatFixed(cell.tenths).length
}

const placesOf = (n: number): number => (Number.isInteger(n) ? 0 : Number.isInteger(Math.round(n * 1000) / 100) ? 1 : 2)

/** The format of each column's plain numbers: as many places as any of them has. */
export const columnFormats = (columns: number, rows: readonly (readonly ShapeCell[])[]): string[] =>
  Array.from(
    { length: columns },
    (_, at) =>
      ['0', '0.0', '0.00'][
        rows.reduce((most, row) => {
          const cell = row[at]
          return typeof cell === 'number' ? Math.max(most, placesOf(cell)) : most
        }, 0)
      ] ?? '0',
  )

/** What is written for a cell that is no text: its number and how it is shown. A day that is none stays the text it was. */
export function shownNumber(
  cell: number | HoursCell | DayCell,
  column: string,
): { readonly value: number; readonly format: string } | string {
  if (typeof cell === 'number') return { value: cell, format: column }
  if ('tenths' in cell) return { value: cell.tenths / 10, format: HOURS }
  const day = parseDay(cell.day)
  return day === null ? cell.day : { value: dayNumber(day) + BEFORE_1970, format: DAY }
}

/** So many characters go beside each other on A4, upright and on its side. */
const UPRIGHT = 84
const SIDEWAYS = 124
/** A little smaller is better than lying on its side. */
const SMALLEST_UPRIGHT = 82

const LINE = 14
/** In the width a digit's column has, as Arial 10 prints: a Chinese character a little less than two, a blank and a point about half. */
const printedWidth = (text: string): number =>
  [...text].reduce(
    (sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 1.93 : /[ .,:;·'|]/.test(c) ? 0.65 : /[A-Zmw@%&]/.test(c) ? 1.45 : 1.07),
    0,
  )

const linesOf = (part: string, room: number): number =>
  printedWidth(part) <= room ? 1 : Math.max(2, Math.ceil((textWidth(part) * 1.05) / room))

const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, part) => sum + linesOf(part, Math.max(1, width - 1)), 0)

/** In points, where a row needs more than one line: spreadsheet programs do not find it out by themselves. Undefined for one line. */
export function rowHeight(cells: readonly ShapeCell[], widths: readonly number[]): number | undefined {
  const lines = cells.reduce<number>(
    (most, cell, at) => (typeof cell === 'string' ? Math.max(most, linesIn(cell, widths[at] ?? WIDEST)) : most),
    1,
  )
  return lines > 1 ? lines * LINE : undefined
}

/** A line above a table goes over all its columns. */
export const heightAbove = (line: string, widths: readonly number[]): number | undefined =>
  rowHeight([line], [widths.reduce((sum, w) => sum + w, 0)])

/** How a sheet is printed: all its columns beside each other on A4, smaller where they are many. */
export function pageOf(widths: readonly number[]): { readonly orientation: 'portrait' | 'landscape'; readonly scale: number } {
  const all = widths.reduce((sum, w) => sum + w, 0)
  const orientation = (100 * UPRIGHT) / all < SMALLEST_UPRIGHT ? 'landscape' : 'portrait'
  return { orientation, scale: Math.max(40, Math.min(100, Math.floor((100 * (orientation === 'landscape' ? SIDEWAYS : UPRIGHT)) / all))) }
}

type Attributes = Record<string, string | number>

/** What a workbook's pages are told beyond what the writer knows by itself; one entry a sheet. */
export const printedOn = (pages: readonly { readonly scale: number }[]) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (
          tag: string,
          attributes: Attributes,
          _index: number | undefined,
          _options: unknown,
          { sheetIndex }: { readonly sheetIndex: number },
        ): Attributes => (tag === 'pageSetup' ? { ...attributes, scale: pages[sheetIndex]?.scale ?? 100 } : attributes),
      },
    },
  },
})

/** One typeface for all, so that bold and plain figures look alike everywhere. */
export const FONT = { fontFamily: 'Arial', fontSize: 10 } as const
