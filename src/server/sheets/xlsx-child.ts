// The child process that reads one workbook, or one long CSV, and ends. It is given the bytes and nothing else: no environment, no
// database, no network; what it answers is within bounds (sheet.ts), so that the server can go on with it.

import { readCsv } from './csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { withinBounds } from './sheet.ts'

/** `csv`: the name of the sheet where it is no workbook. */
export interface ChildAsked {
  readonly bytes: Uint8Array
  readonly csv: string | null
}

process.once('message', ({ bytes, csv }: ChildAsked) => {
  const read = csv === null ? readXlsx(bytes) : Promise.resolve(readCsv(bytes, csv))
  void read.then((sheets) => process.send?.(JSON.stringify(withinBounds(sheets))))
})
