// Reads such a table from sheets: where it stands, its columns, what is said of the whole of it, and every row. Pure, like readRoster:
// the same sheets and the same answers give the same reading.

import type { Day } from '../../../domain/day.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import type { Sheet } from '../../sheets/sheet.ts'
import { bestTable, fieldsIn, ignoredAround, rowKind, type Mapping, type Table } from '../find-table.ts'
import { finding, type Column, type Finding, type Ignored } from '../reading.ts'
import { columnsByField, noteFormulas, readerFor, readingOf } from '../row-reader.ts'
import type { About, AboutField, EntryTable, Saying } from './entry-table.ts'
import { readWho, type Who } from './who-columns.ts'

export interface EntryRow {
  readonly row: number
  readonly hasError: boolean
  readonly who: Who
  readonly sayings: readonly Saying<unknown>[]
}

export interface EntryReading {
  readonly is: 'entries'
  readonly sheet: string
  readonly headingRow: number
  readonly columns: readonly Column[]
  readonly rows: readonly EntryRow[]
  readonly findings: readonly Finding[]
  readonly ignored: readonly Ignored[]
  readonly about: About
  readonly asked: readonly (AboutField & { readonly wrong: boolean })[]
}

export interface EntryOptions {
  readonly today: Day
  readonly policy: Policy
  readonly fileName: string
  readonly organiser: string
  readonly mapping?: Mapping
  readonly sheet?: string
  readonly headingRow?: number
  /** What the importer put right of the whole table. */
  readonly about?: About
}

/** The table of a kind in a workbook; null where none looks like it. By hand, the best of any. */
export function tableOf(
  kind: EntryTable<unknown>,
  sheets: readonly Sheet[],
  options: Pick<EntryOptions, 'mapping' | 'sheet' | 'headingRow'>,
): Table | null {
  const wanted = options.sheet === undefined ? sheets : sheets.filter((s) => s.name === options.sheet)
  const headingRow = options.headingRow === undefined ? null : options.headingRow - 1
  const tables = wanted.flatMap((s) => bestTable(s, options.mapping ?? null, headingRow, kind.columns) ?? [])
  const rows = (t: Table): number => t.sheet.rows.length - t.firstRow
  const fit = tables.filter((t) => kind.looksLike(fieldsIn(t))).sort((a, b) => rows(b) - rows(a))
  return fit[0] ?? null
}

const titlesAbove = (table: Table): string[] =>
  table.sheet.rows.slice(0, table.headingRow).flatMap((row) => {
    const cells = row.flatMap((c) => (c === null ? [] : [c.text.trim()]))
    return cells.length === 1 && cells[0] !== undefined && !/[:：]/.test(cells[0]) ? [cells[0]] : []
  })

export function readEntries(kind: EntryTable<unknown>, table: Table, sheets: readonly Sheet[], options: EntryOptions): EntryReading {
  const { policy, today } = options
  const fields = fieldsIn(table)
  const fileName = options.fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const guessed = kind.guess({ table, titles: titlesAbove(table), fileName, organiser: options.organiser, policy, today })
  const wanted = kind.about(fields)
  const about: Record<string, string> = {}
  for (const { field } of wanted) {
    const value = (options.about?.[field] ?? guessed[field] ?? '').trim()
    if (value !== '') about[field] = value
  }
  const asked = wanted.map((field) => ({
    ...field,
    wrong: about[field.field] === undefined ? field.required : !kind.reads(field, about[field.field] ?? '', policy, about),
  }))
  const daysTurned = asked.some((f) => f.field === 'first') && (about['last'] ?? '9') < (about['first'] ?? '')
  const asks = asked.map((f) => (f.field === 'last' && daysTurned ? { ...f, wrong: true } : f))

  const findings: Finding[] = []
  const columns = columnsByField<string>(table)
  const ignored: Ignored[] = ignoredAround(table, sheets)
  const reading = readingOf(table, today, findings, true)
  const rows: Omit<EntryRow, 'hasError'>[] = []
  for (let r = table.firstRow; r < table.sheet.rows.length; r += 1) {
    const what = rowKind(table, table.sheet.rows[r] ?? [])
    if (what !== null) {
      if (what !== 'blank') ignored.push({ sheet: table.sheet.name, row: r + 1, what })
      continue
    }
    const reader = readerFor(reading, columns, r)
    noteFormulas(reader, columns)
    rows.push({ row: r + 1, who: readWho(reader), sayings: kind.read(reader, fields, about, policy) })
  }
  const wrong = new Set(findings.flatMap((f) => (f.severity === 'error' ? [f.row] : [])))
  const headingRow = table.headingRow + 1
  for (const f of asks)
    if (f.wrong)
      findings.push(
        finding(
          { sheet: table.sheet.name, row: headingRow, column: '' },
          about[f.field] === undefined ? 'about.missing' : 'about.unreadable',
          f.field,
        ),
      )
  return {
    is: 'entries',
    sheet: table.sheet.name,
    headingRow,
    columns: table.columns,
    findings,
    ignored,
    about,
    asked: asks,
    rows: rows.map((row) => ({ ...row, hasError: wrong.has(row.row) })),
  }
}
