// Where the roster stands in a workbook: which sheet, which row holds the headings (one or two rows), which rows hold people.
// Title, unit, total, note and example rows and instruction sheets are left out and named, so that nobody wonders.

import type { Cell, Row, Sheet } from '../sheets/sheet.ts'
import { PERSONNEL, plainHeading, type ColumnSet, type Field } from './fields.ts'
import { masked, type Column, type Ignored } from './reading.ts'

export interface Table {
  readonly sheet: Sheet
  /** From 0. The last one where the headings take two rows. */
  readonly headingRow: number
  readonly firstRow: number
  readonly columns: readonly Column[]
}

export type Mapping = Readonly<Record<number, string>>

const HEADINGS_WITHIN = 30

const shown = (cell: Cell | null | undefined): string => (cell?.text ?? '').replace(/[\s\u3000]+/g, '')
const filled = (row: Row): Cell[] => row.filter((c): c is Cell => c !== null)

/** Headings of a row; a cell joined with the one above or beside carries that one's words. */
function headingsAt(sheet: Sheet, r: number): string[] {
  const row = sheet.rows[r] ?? []
  return row.map((cell, c) => {
    const above = cell === null ? sheet.merges.find((m) => m.left === c && m.right === c && m.top < r && r <= m.bottom) : undefined
    return shown(above === undefined ? cell : sheet.rows[above.top]?.[c])
  })
}

/** A second row of headings under the first (参加工作 | 进入本校 under 时间) wins where it says something known. */
function twoRows(sheet: Sheet, r: number, set: ColumnSet): string[] | null {
  const upper = headingsAt(sheet, r)
  const lower = headingsAt(sheet, r + 1)
  const own = (sheet.rows[r + 1] ?? []).map((cell) => shown(cell))
  const says = own.filter((h) => h !== '')
  const joinedHere = sheet.merges.some((m) => m.top <= r && m.bottom >= r + 1 && m.left === m.right)
  if (!joinedHere || says.length === 0 || says.some((h) => /\d{4}/.test(h))) return null
  return upper.map((h, c) =>
    own[c] === undefined || own[c] === ''
      ? lower[c] || h
      : set.fieldOf(own[c] ?? '') === null && h !== ''
        ? `${h}${own[c]}`
        : (own[c] ?? ''),
  )
}

function recognise(headings: readonly string[], mapping: Mapping | null, set: ColumnSet): (string | null)[] {
  const taken = new Set<string>()
  const mapped = new Set(Object.values(mapping ?? {}))
  const fields: (string | null)[] = headings.map(() => null)
  const exact = headings.map((h) => (h === '' ? null : set.fieldOf(h)))
  headings.forEach((_, c) => {
    const given = mapping?.[c]
    const field = given === 'ignore' ? null : (given ?? exact[c] ?? null)
    if (field === null || (given === undefined && mapped.has(field))) return
    if (taken.has(field) && set.isKept(field)) return
    taken.add(field)
    fields[c] = field
  })
  return fields
}

function columnsOf(sheet: Sheet, headings: readonly string[], firstRow: number, mapping: Mapping | null, set: ColumnSet): Column[] {
  const fields = recognise(headings, mapping, set)
  return headings.flatMap((heading, index) => {
    const field = fields[index] ?? null
    const samples: string[] = []
    for (let r = firstRow; r < sheet.rows.length && samples.length < 3; r += 1) {
      const text = sheet.rows[r]?.[index]?.text
      if (text !== undefined) samples.push(masked(text))
    }
    return heading === '' && samples.length === 0 && field === null ? [] : [{ index, heading, field, kept: set.isKept(field), samples }]
  })
}

function tableAt(sheet: Sheet, r: number, mapping: Mapping | null, set: ColumnSet): Table {
  const stacked = twoRows(sheet, r, set)
  const headingRow = stacked === null ? r : r + 1
  const columns = columnsOf(sheet, stacked ?? headingsAt(sheet, r), headingRow + 1, mapping, set)
  return { sheet, headingRow, firstRow: headingRow + 1, columns }
}

export const fieldsIn = (table: Table): string[] => table.columns.flatMap((c) => (c.field === null ? [] : [c.field]))

/** The row of a sheet whose headings say most; null when none names people or two columns at all. */
export function bestTable(sheet: Sheet, mapping: Mapping | null, headingRow: number | null, set: ColumnSet): Table | null {
  if (headingRow !== null) return tableAt(sheet, headingRow, mapping, set)
  let best: { table: Table; score: number } | null = null
  for (let r = 0; r < Math.min(sheet.rows.length, HEADINGS_WITHIN); r += 1) {
    if (filled(sheet.rows[r] ?? []).length < 2) continue
    const table = tableAt(sheet, r, mapping, set)
    const known = fieldsIn(table)
    const score = known.length + (known.includes('name') ? 3 : 0)
    if (known.length >= 2 && (best === null || score > best.score)) best = { table, score }
  }
  return best?.table ?? null
}

/** A name, and something of a person's employment. */
export const looksLikeRoster = (table: Table): boolean => {
  const known = fieldsIn(table)
  return known.includes('name') && known.some((f) => PERSONNEL.has(f as Field))
}

/** A table of trainings: 学时 or 学分 by year, or a name list with results. Only where it says little of the people themselves. */
export function trainingTable(table: Table): 'hours' | 'activity' | null {
  const headings = table.columns.map((c) => plainHeading(c.heading))
  const has = (pattern: RegExp): boolean => headings.some((h) => pattern.test(h))
  if (fieldsIn(table).filter((f) => PERSONNEL.has(f as Field)).length >= 3 || !has(/学时|学分|考核结果|结业|培训|出勤|考勤|缺勤|到课/))
    return null
  return has(/年度|年份|自然年|^年$|学年|培训级别|培训层次|^20\d\d|历年|累计/) ? 'hours' : 'activity'
}

/** What a row is when it holds no person; null for a person's row, 'blank' for nothing at all. */
export function rowKind(table: Table, row: Row): Ignored['what'] | 'blank' | null {
  const cells = filled(row)
  const first = shown(cells[0])
  if (/^(合计|总计|小计|共计|总数|汇总)/.test(first)) return 'total-row'
  if (cells.length <= 4 && /^(填表人|制表人?|审核人?|负责人|填报人|填报日期|注|说明|备注|联系人)([:：]|$)/.test(first)) return 'note-row'
  const told = table.columns.filter(
    (c) => c.kept && c.field !== 'school-name' && c.field !== 'school-code' && (row[c.index] ?? null) !== null,
  )
  if (told.length === 0) return cells.length > 0 && first.length > 8 ? 'note-row' : 'blank'
  const nameAt = table.columns.find((c) => c.field === 'name')
  const name = nameAt === undefined ? '' : shown(row[nameAt.index])
  if (/^(合计|总计|小计|共计)/.test(name)) return 'total-row'
  if (name !== '' && name === nameAt?.heading) return 'repeated-heading'
  if (/^(示例|样例|例|范例|填写示例)\d*[:：]?$/.test(first) || /[(（](示例|样例|例)[)）]/.test(name)) return 'example-row'
  return null
}

/** What stands above the headings, and the sheets beside. */
export function ignoredAround(table: Table, sheets: readonly Sheet[]): Ignored[] {
  const ignored: Ignored[] = []
  for (const other of sheets) {
    if (other === table.sheet) continue
    const empty = other.rows.every((row) => filled(row).length === 0)
    const instructions = /说明|须知|填表|示例|字典|代码|选项/.test(other.name)
    ignored.push({ sheet: other.name, row: null, what: empty ? 'empty-sheet' : instructions ? 'instructions-sheet' : 'other-sheet' })
  }
  for (let r = 0; r < table.headingRow; r += 1) {
    const cells = filled(table.sheet.rows[r] ?? [])
    if (cells.length === 0) continue
    const text = cells.map((c) => c.text).join(' ')
    const what = /填报单位|单位[:：]|制表|填报时间|填报日期/.test(text) ? 'unit-row' : cells.length === 1 ? 'title-row' : 'note-row'
    ignored.push({ sheet: table.sheet.name, row: r + 1, what })
  }
  return ignored
}
