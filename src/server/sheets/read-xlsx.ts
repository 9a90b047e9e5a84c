// An .xlsx as sheets. Runs inside the child process of `xlsx-child.ts`, never in the server itself:
// a hostile workbook may take all the memory and time it is given.

import readWorkbook from 'read-excel-file/universal'
import { MAX_COLUMNS, MAX_ROWS, refused, type Cell, type Sheet, type SheetsRead } from './sheet.ts'
import { sheetMarks, type SheetMarks } from './workbook-xml.ts'
import { readDirectory, repack, unpack } from './zip.ts'

const NO_MARKS: SheetMarks = { formulas: new Set(), merges: [] }

type Value = string | number | boolean | Date | null

function cellOf(value: Value, formula: boolean): Cell | null {
  if (value === null) return null
  const mark = formula ? ({ formula: true } as const) : {}
  if (typeof value === 'string') return value.trim() === '' ? null : { kind: 'text', text: value, ...mark }
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? '是' : '否', ...mark }
  if (typeof value === 'number') return { kind: 'number', text: plain(value), ...mark }
  return Number.isNaN(value.getTime()) ? null : { kind: 'day', text: value.toISOString().slice(0, 10), ...mark }
}

/** Never '5.0e+17': a long number shows all its digits, also those that Excel had already lost. */
const plain = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1e21 ? BigInt(n).toString() : String(n))

function sheetOf(name: string, data: readonly (readonly Value[])[], marks: SheetMarks): Sheet {
  const rows = data.map((row, r) => row.map((value, c) => cellOf(value, marks.formulas.has(`${r}:${c}`))))
  return { name, rows, merges: marks.merges }
}

const wanted = (path: string): boolean => path.endsWith('.xml') || path.endsWith('.xml.rels')

export async function readXlsx(bytes: Uint8Array): Promise<SheetsRead> {
  const directory = readDirectory(bytes)
  if (directory.is === 'bomb') return refused('file.zip-bomb')
  if (directory.is === 'encrypted') return refused('file.encrypted')
  if (directory.is === 'damaged') return refused('file.damaged')
  if (!directory.parts.some((p) => p.path === 'xl/workbook.xml')) return refused('file.not-a-workbook')
  const unpacked = unpack(bytes, directory.parts, wanted)
  if (unpacked.is === 'bomb') return refused('file.zip-bomb')
  if (unpacked.is === 'damaged') return refused('file.damaged')
  let read
  try {
    read = await readWorkbook(repack(unpacked.files).buffer)
  } catch {
    // The library throws on any XML it does not understand; for the person that is one thing: a damaged file.
    return refused('file.damaged')
  }
  if (read.some((s) => s.data.length > MAX_ROWS || (s.data[0]?.length ?? 0) > MAX_COLUMNS)) return refused('file.too-many-rows')
  const marks = sheetMarks(unpacked.files)
  const sheets = read.map((s) => sheetOf(s.sheet, s.data as readonly (readonly Value[])[], marks.get(s.sheet) ?? NO_MARKS))
  return sheets.every((s) => s.rows.length === 0) ? refused('file.empty') : { is: 'sheets', sheets }
}
