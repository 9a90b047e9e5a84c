// The rows of the first sheet of a workbook, as texts.
import { readSheets } from '../../../src/server/sheets/read-sheets.ts'

export async function readXlsxRows(bytes: Uint8Array): Promise<(string | null)[][]> {
  const read = await readSheets(bytes, 'rest.xlsx')
  if (read.is !== 'sheets') throw new Error(read.code)
  return (read.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? null))
}
