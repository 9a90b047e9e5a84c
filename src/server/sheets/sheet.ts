// What a spreadsheet is once read: sheets of rows of cells, each cell as the text a person would see, with its kind.
// Always: row i of `rows` is spreadsheet row i + 1, and column j is column j + 1; a formula is the text it showed when saved.
// A formula is never evaluated and a link never followed.

export type CellKind = 'text' | 'number' | 'day' | 'boolean'

export interface Cell {
  readonly kind: CellKind
  /** A day is 'YYYY-MM-DD', a number its shortest decimal form, a boolean '是' or '否'. Never empty. */
  readonly text: string
  /** The cell held a formula; `text` is what it last showed. */
  readonly formula?: true
}

export type Row = readonly (Cell | null)[]

/** Cells joined into one (合并单元格), counted from 0, last ones included. Only the first holds the value. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
}

/** Why a file was not read. Words for each are in `../text/findings.ts`. */
export const FILE_REFUSALS = [
  'file.empty',
  'file.too-big',
  'file.not-a-workbook',
  'file.legacy-xls',
  'file.encrypted',
  'file.zip-bomb',
  'file.too-many-rows',
  'file.damaged',
  'file.took-too-long',
  'file.unreadable-text',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

export type SheetsRead =
  { readonly is: 'sheets'; readonly sheets: readonly Sheet[] } | { readonly is: 'refused'; readonly code: FileRefusal }

export const MAX_FILE_BYTES = 20 * 1024 * 1024
export const MAX_ROWS = 20_000
export const MAX_COLUMNS = 300
/** Over all sheets, empty ones between others among them: twenty thousand people with fifty columns each. */
const MAX_CELLS = 1_000_000
/** Over all sheets: as much as a file may weigh, so that no text said once and shown a thousand times becomes more than that. */
const MAX_TEXT = MAX_FILE_BYTES

/** Columns to the right that say nothing anywhere: they were only coloured, or come of a thousand separators. */
function withoutEdge(rows: readonly Row[]): readonly Row[] {
  let width = 0
  for (const row of rows) {
    let end = row.length
    while (end > width && row[end - 1] == null) end -= 1
    width = Math.max(width, end)
  }
  return rows.map((row) => (row.length > width ? row.slice(0, width) : row))
}

/** As it is read, or refused where it is more than anybody's table: whoever goes on with sheets relies on these bounds. */
export function withinBounds(read: SheetsRead): SheetsRead {
  if (read.is === 'refused') return read
  const sheets = read.sheets.map((sheet) => ({ ...sheet, rows: withoutEdge(sheet.rows) }))
  let cells = 0
  let text = 0
  for (const { rows } of sheets) {
    if (rows.length > MAX_ROWS) return refused('file.too-many-rows')
    for (const row of rows) {
      cells += row.length
      if (row.length > MAX_COLUMNS || cells > MAX_CELLS) return refused('file.too-many-rows')
      for (const cell of row) text += cell?.text.length ?? 0
      if (text > MAX_TEXT) return refused('file.zip-bomb')
    }
  }
  return { is: 'sheets', sheets }
}

export const refused = (code: FileRefusal): SheetsRead => ({ is: 'refused', code })
export const textCell = (text: string): Cell => ({ kind: 'text', text })
