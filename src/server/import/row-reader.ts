// What reading one row needs: its cells by field, the day it is, and a place to put findings.

import type { Day } from '../../domain/day.ts'
import { MAX_COLUMNS, type Cell, type Merge } from '../sheets/sheet.ts'
import type { Table } from './find-table.ts'
import type { Field } from './fields.ts'
import { finding, type Column, type Finding, type FindingCode } from './reading.ts'

export interface RowReader<F extends string = Field> {
  readonly sheet: string
  readonly row: number
  readonly today: Day
  readonly cell: (field: F) => Cell | null
  readonly column: (field: F) => Column | undefined
  readonly find: (field: F | null, code: FindingCode, value?: string) => void
}

function reporter<F extends string>(
  sheet: string,
  row: number,
  column: (field: F) => Column | undefined,
  into: Finding[],
): RowReader<F>['find'] {
  return (field, code, value) => {
    into.push(finding({ sheet, row, column: field === null ? '' : (column(field)?.heading ?? '') }, code, value))
  }
}

/** School cells are often one tall cell over all its people: its words hold for every row it spans. */
function tallCell(table: Table, tall: Reading['tall'], r: number, c: number): Cell | null {
  const merge = lastAbove(tall.get(c) ?? [], r)
  return merge === undefined || r > merge.bottom ? null : (table.sheet.rows[merge.top]?.[merge.left] ?? null)
}

/** Joined cells of one column never overlap, so only the last one that begins above a row can span it. */
function lastAbove(merges: readonly Merge[], r: number): Merge | undefined {
  let [from, to] = [0, merges.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((merges[middle]?.top ?? r) < r) from = middle + 1
    else to = middle
  }
  return merges[from - 1]
}

/** Tall cells by column, from the top down: there may be one for every person of a district. */
function tallByColumn(merges: readonly Merge[]): Map<number, readonly Merge[]> {
  const found = new Map<number, Merge[]>()
  for (const m of merges)
    for (let c = m.left; c <= Math.min(m.right, MAX_COLUMNS); c += 1) {
      const column = found.get(c)
      if (column === undefined) found.set(c, [m])
      else column.push(m)
    }
  for (const column of found.values()) column.sort((a, b) => a.top - b.top)
  return found
}

const TALL: ReadonlySet<string> = new Set(['school-name', 'school-code', 'campus', 'name', 'id-number', 'staff-number'])
const ROSTER_TALL: ReadonlySet<string> = new Set(['school-name', 'school-code', 'campus'])

/** The columns of a table by what they mean; a field has one column. */
export const columnsByField = <F extends string>(table: Table): Map<F, Column> =>
  new Map(table.columns.flatMap((c): [F, Column][] => (c.field === null ? [] : [[c.field as F, c]])))

export interface Reading {
  readonly table: Table
  readonly today: Day
  readonly findings: Finding[]
  /** One person over several rows, as in a list by years: name and number may stand in one tall cell as well. */
  readonly personOverRows: boolean
  readonly tall: ReadonlyMap<number, readonly Merge[]>
}

export const readingOf = (table: Table, today: Day, findings: Finding[], personOverRows: boolean): Reading => ({
  table,
  today,
  findings,
  personOverRows,
  tall: tallByColumn(table.sheet.merges.filter((m) => m.bottom > m.top && m.top >= table.firstRow)),
})

export function readerFor<F extends string>(
  { table, today, findings, personOverRows, tall }: Reading,
  columns: ReadonlyMap<F, Column>,
  r: number,
): RowReader<F> {
  const row = table.sheet.rows[r] ?? []
  const column = (field: F): Column | undefined => columns.get(field)
  const cell = (field: F): Cell | null => {
    const at = columns.get(field)?.index
    if (at === undefined) return null
    return row[at] ?? ((personOverRows ? TALL : ROSTER_TALL).has(field) ? tallCell(table, tall, r, at) : null)
  }
  return { sheet: table.sheet.name, row: r + 1, today, cell, column, find: reporter(table.sheet.name, r + 1, column, findings) }
}

/** A formula counts as the text it showed; so does text that only looks like one. */
export function noteFormulas<F extends string>(reader: RowReader<F>, columns: ReadonlyMap<F, Column>): void {
  for (const [field, column] of columns) {
    const cell = column.kept ? reader.cell(field) : null
    if (cell !== null && (cell.formula === true || /^[=＝]/.test(cell.text))) reader.find(field, 'cell.formula', cell.text)
  }
}
