// The child process that reads one workbook or one long CSV, or writes one long workbook, and ends. It is given that and nothing else: no
// environment, no database, no network; what it reads is within bounds (sheet.ts), so that the server can go on with it.

import { readCsv } from './csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { withinBounds } from './sheet.ts'
import type { OutSheet } from './write-sheets.ts'

/** `csv`: the name of the sheet where it is no workbook. */
export type ChildAsked = { readonly bytes: Uint8Array; readonly csv: string | null } | { readonly write: readonly OutSheet[] }

/** The sheets as JSON, or the workbook's bytes. */
async function answerTo(asked: ChildAsked): Promise<string | Uint8Array> {
  // Only loaded by whoever writes.
  if ('write' in asked) return (await import('./write-sheets.ts')).writeSheets(asked.write)
  return JSON.stringify(withinBounds(asked.csv === null ? await readXlsx(asked.bytes) : readCsv(asked.bytes, asked.csv)))
}

process.once('message', (asked: ChildAsked) => {
  void answerTo(asked).then((answer) => process.send?.(answer))
})
