// Reads a roster (教师花名册) from sheets: finds the table, its columns by meaning, and every person's row.
// Pure: no clock, no database; the same sheets give the same reading. Hours of past years and name lists of a training are told apart and refused.

import type { Day } from '../../domain/day.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { checkRows } from './check-rows.ts'
import { ROSTER_COLUMNS, type ColumnSet, type Field } from './fields.ts'
import { bestTable, ignoredAround, looksLikeRoster, rowKind, trainingTable, type Mapping, type Table } from './find-table.ts'
import { readRow } from './read-row.ts'
import { finding, type Finding, type Ignored, type NotARoster, type RosterReading, type RosterRow } from './reading.ts'
import { columnsByField, noteFormulas, readerFor, readingOf, type RowReader } from './row-reader.ts'

export interface RosterOptions {
  readonly today: Day
  /** 标识码 of the school the person imports for; null where the file itself must name schools. */
  readonly schoolGiven: string | null
  /** 标识码 of the schools below it, whose rows may stand in its roster. */
  readonly codesBelow?: readonly string[]
  /** What the person said of columns, by index; wins over recognition. */
  readonly mapping?: Mapping
  readonly sheet?: string
  /** Spreadsheet row number of the headings, where the person pointed at it. */
  readonly headingRow?: number
}

function chooseTable(
  sheets: readonly Sheet[],
  options: Pick<RosterOptions, 'mapping' | 'sheet' | 'headingRow'>,
): { best: Table | null; rosters: Table[] } {
  const wanted = options.sheet === undefined ? sheets : sheets.filter((s) => s.name === options.sheet)
  const headingRow = options.headingRow === undefined ? null : options.headingRow - 1
  const tables = wanted.flatMap((s) => bestTable(s, options.mapping ?? null, headingRow, ROSTER_COLUMNS) ?? [])
  const byRows = (a: Table, b: Table): number => b.sheet.rows.length - b.firstRow - (a.sheet.rows.length - a.firstRow)
  const rosters = tables.filter((t) => looksLikeRoster(t) && trainingTable(t) === null).sort(byRows)
  return { best: rosters[0] ?? tables.sort(byRows)[0] ?? null, rosters }
}

/** What the sheets hold, as far as a roster's own columns tell: a roster, or one of the tables of trainings; null where they tell nothing. */
export function tableKindOf(sheets: readonly Sheet[]): 'roster' | 'openings' | 'project' | null {
  const { best, rosters } = chooseTable(sheets, {})
  if (rosters.length > 0) return 'roster'
  if (best === null) return null
  const training = trainingTable(best)
  return training === 'hours' ? 'openings' : training === 'activity' ? 'project' : 'roster'
}

/** The best table of a kind that was asked for and is not there, for mapping its columns by hand. */
export function unknownTable(
  kind: { readonly columns: ColumnSet },
  sheets: readonly Sheet[],
  where: { readonly mapping?: Mapping; readonly headingRow?: number },
): NotARoster {
  const tables = sheets.flatMap(
    (s) => bestTable(s, where.mapping ?? null, where.headingRow === undefined ? null : where.headingRow - 1, kind.columns) ?? [],
  )
  const best = tables.sort((a, b) => b.sheet.rows.length - a.sheet.rows.length)[0] ?? null
  return {
    is: 'not-a-roster',
    code: 'roster.no-name-column',
    sheet: best?.sheet.name ?? sheets[0]?.name ?? '',
    headingRow: best === null ? null : best.headingRow + 1,
    columns: best?.columns ?? [],
  }
}

function notARoster(table: Table | null, sheets: readonly Sheet[], code: NotARoster['code'] | null): NotARoster {
  const training = table === null ? null : trainingTable(table)
  const reason = training === 'hours' ? 'roster.is-hours' : training === 'activity' ? 'roster.is-activity' : 'roster.no-name-column'
  return {
    is: 'not-a-roster',
    code: code ?? reason,
    sheet: table?.sheet.name ?? sheets[0]?.name ?? '',
    headingRow: table === null ? null : table.headingRow + 1,
    columns: table?.columns ?? [],
  }
}

function checkSchool(row: Omit<RosterRow, 'hasError'>, { schoolGiven: given, codesBelow = [] }: RosterOptions, reader: RowReader): void {
  const column = ['school-code', 'school-name'].find((f): f is Field => reader.column(f as Field) !== undefined)
  if (given === null && row.schoolCode === null && row.schoolName === null && column !== undefined) reader.find(column, 'school.not-given')
  if (given !== null && row.schoolCode !== null && row.schoolCode !== given && !codesBelow.includes(row.schoolCode))
    reader.find('school-code', 'school.other-than-given', row.schoolCode)
}

export function readRoster(sheets: readonly Sheet[], options: RosterOptions): RosterReading | NotARoster {
  const { best, rosters } = chooseTable(sheets, options)
  if (best === null || (options.mapping === undefined && rosters.length === 0)) return notARoster(best, sheets, null)
  const columns = columnsByField<Field>(best)
  if (!columns.has('name')) return notARoster(best, sheets, 'roster.no-name-column')

  const findings: Finding[] = []
  const nowhere = options.schoolGiven === null && !columns.has('school-code') && !columns.has('school-name')
  if (nowhere) findings.push(finding({ sheet: best.sheet.name, row: best.headingRow + 1, column: '' }, 'school.not-given'))
  const reading = readingOf(best, options.today, findings, false)
  const ignored: Ignored[] = ignoredAround(best, sheets)
  const rows: Omit<RosterRow, 'hasError'>[] = []
  for (const other of rosters.slice(1))
    findings.push(finding({ sheet: other.sheet.name, row: other.headingRow + 1, column: '' }, 'sheet.another-roster', other.sheet.name))
  for (let r = best.firstRow; r < best.sheet.rows.length; r += 1) {
    const what = rowKind(best, best.sheet.rows[r] ?? [])
    if (what !== null) {
      if (what !== 'blank') ignored.push({ sheet: best.sheet.name, row: r + 1, what })
      continue
    }
    const reader = readerFor(reading, columns, r)
    noteFormulas(reader, columns)
    const row = readRow(reader)
    checkSchool(row, options, reader)
    rows.push(row)
  }
  if (rows.length === 0) return notARoster(best, sheets, 'roster.nobody')
  checkRows(rows, (row, field, code, value) =>
    findings.push(finding({ sheet: best.sheet.name, row, column: columns.get(field)?.heading ?? '' }, code, value)),
  )

  const wrong = new Set(findings.flatMap((f) => (f.severity === 'error' && f.sheet === best.sheet.name ? [f.row] : [])))
  const place = new Map(best.columns.map((c) => [c.heading, c.index]))
  findings.sort((a, b) => a.row - b.row || (place.get(a.column) ?? -1) - (place.get(b.column) ?? -1))
  return {
    is: 'roster',
    sheet: best.sheet.name,
    headingRow: best.headingRow + 1,
    columns: best.columns,
    rows: rows.map((r) => ({ ...r, hasError: nowhere || wrong.has(r.row) })),
    findings,
    ignored,
  }
}
