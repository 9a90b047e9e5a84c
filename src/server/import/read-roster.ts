// Reads a roster (教师花名册) from sheets: finds the table, its columns by meaning, and every person's row.
// Pure: no clock, no database; the same sheets give the same reading. Hours of past years and name lists of a training are told apart and refused.

import type { Day } from '../../domain/day.ts'
import type { Cell, Merge, Sheet } from '../sheets/sheet.ts'
import { checkRows } from './check-rows.ts'
import type { Field } from './fields.ts'
import { bestTable, ignoredAround, looksLikeRoster, rowKind, trainingTable, type Mapping, type Table } from './find-table.ts'
import { readRow } from './read-row.ts'
import { finding, type Column, type Finding, type Ignored, type NotARoster, type RosterReading, type RosterRow } from './reading.ts'
import { reporter, type RowReader } from './row-reader.ts'

export interface RosterOptions {
  readonly today: Day
  /** 标识码 of the school the person imports for; null where the file itself must name schools. */
  readonly schoolGiven: string | null
  /** What the person said of columns, by index; wins over recognition. */
  readonly mapping?: Mapping
  readonly sheet?: string
  /** Spreadsheet row number of the headings, where the person pointed at it. */
  readonly headingRow?: number
}

function chooseTable(sheets: readonly Sheet[], options: RosterOptions): { best: Table | null; rosters: Table[] } {
  const wanted = options.sheet === undefined ? sheets : sheets.filter((s) => s.name === options.sheet)
  const headingRow = options.headingRow === undefined ? null : options.headingRow - 1
  const tables = wanted.flatMap((s) => bestTable(s, options.mapping ?? null, headingRow) ?? [])
  const byRows = (a: Table, b: Table): number => b.sheet.rows.length - b.firstRow - (a.sheet.rows.length - a.firstRow)
  const rosters = tables.filter((t) => looksLikeRoster(t) && trainingTable(t) === null).sort(byRows)
  return { best: rosters[0] ?? tables.sort(byRows)[0] ?? null, rosters }
}

function notARoster(table: Table | null, sheets: readonly Sheet[], code: NotARoster['code'] | null): NotARoster {
  const training = table === null ? null : trainingTable(table)
  const reason = training === 'hours' ? 'roster.is-hours' : training === 'activity' ? 'roster.is-activity' : 'roster.no-name-column'
  return { is: 'not-a-roster', code: code ?? reason, sheet: table?.sheet.name ?? sheets[0]?.name ?? '', headingRow: table === null ? null : table.headingRow + 1, columns: table?.columns ?? [] }
}

/** School cells are often one tall cell over all its people: its words hold for every row it spans. */
function tallCell(table: Table, merges: readonly Merge[], r: number, c: number): Cell | null {
  const merge = merges.find((m) => m.left <= c && c <= m.right && m.top < r && r <= m.bottom)
  return merge === undefined ? null : (table.sheet.rows[merge.top]?.[merge.left] ?? null)
}

function readerFor(table: Table, columns: ReadonlyMap<Field, Column>, tall: readonly Merge[], r: number, today: Day, findings: Finding[]): RowReader {
  const row = table.sheet.rows[r] ?? []
  const column = (field: Field): Column | undefined => columns.get(field)
  const cell = (field: Field): Cell | null => {
    const at = columns.get(field)?.index
    if (at === undefined) return null
    return row[at] ?? (field === 'school-name' || field === 'school-code' || field === 'campus' ? tallCell(table, tall, r, at) : null)
  }
  return { sheet: table.sheet.name, row: r + 1, today, cell, column, find: reporter(table.sheet.name, r + 1, column, findings) }
}

/** A formula counts as the text it showed; so does text that only looks like one. */
function noteFormulas(reader: RowReader, columns: ReadonlyMap<Field, Column>): void {
  for (const [field, column] of columns) {
    const cell = column.kept ? reader.cell(field) : null
    if (cell !== null && (cell.formula === true || /^[=＝]/.test(cell.text))) reader.find(field, 'cell.formula', cell.text)
  }
}

function checkSchool(row: Omit<RosterRow, 'hasError'>, given: string | null, reader: RowReader): void {
  const column = ['school-code', 'school-name'].find((f): f is Field => reader.column(f as Field) !== undefined)
  if (given === null && row.schoolCode === null && row.schoolName === null && column !== undefined) reader.find(column, 'school.not-given')
  if (given !== null && row.schoolCode !== null && row.schoolCode !== given) reader.find('school-code', 'school.other-than-given', row.schoolCode)
}

export function readRoster(sheets: readonly Sheet[], options: RosterOptions): RosterReading | NotARoster {
  const { best, rosters } = chooseTable(sheets, options)
  if (best === null || (options.mapping === undefined && rosters.length === 0)) return notARoster(best, sheets, null)
  const columns = new Map<Field, Column>(best.columns.flatMap((c): [Field, Column][] => (c.field === null ? [] : [[c.field, c]])))
  if (!columns.has('name')) return notARoster(best, sheets, 'roster.no-name-column')

  const findings: Finding[] = []
  const nowhere = options.schoolGiven === null && !columns.has('school-code') && !columns.has('school-name')
  if (nowhere) findings.push(finding({ sheet: best.sheet.name, row: best.headingRow + 1, column: '' }, 'school.not-given'))
  const tall = best.sheet.merges.filter((m) => m.bottom > m.top && m.top >= best.firstRow)
  const ignored: Ignored[] = ignoredAround(best, sheets)
  const rows: Omit<RosterRow, 'hasError'>[] = []
  for (const other of rosters.slice(1)) findings.push(finding({ sheet: other.sheet.name, row: other.headingRow + 1, column: '' }, 'sheet.another-roster', other.sheet.name))
  for (let r = best.firstRow; r < best.sheet.rows.length; r += 1) {
    const what = rowKind(best, best.sheet.rows[r] ?? [])
    if (what !== null) {
      if (what !== 'blank') ignored.push({ sheet: best.sheet.name, row: r + 1, what })
      continue
    }
    const reader = readerFor(best, columns, tall, r, options.today, findings)
    noteFormulas(reader, columns)
    const row = readRow(reader)
    checkSchool(row, options.schoolGiven, reader)
    rows.push(row)
  }
  if (rows.length === 0) return notARoster(best, sheets, 'roster.nobody')
  checkRows(rows, (row, field, code, value) => findings.push(finding({ sheet: best.sheet.name, row, column: columns.get(field)?.heading ?? '' }, code, value)))

  const wrong = new Set(findings.flatMap((f) => (f.severity === 'error' && f.sheet === best.sheet.name ? [f.row] : [])))
  const place = new Map(best.columns.map((c) => [c.heading, c.index]))
  findings.sort((a, b) => a.row - b.row || (place.get(a.column) ?? -1) - (place.get(b.column) ?? -1))
  return { is: 'roster', sheet: best.sheet.name, headingRow: best.headingRow + 1, columns: best.columns, rows: rows.map((r) => ({ ...r, hasError: nowhere || wrong.has(r.row) })), findings, ignored }
}
