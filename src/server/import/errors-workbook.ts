// The rows that cannot be taken, as a workbook to mend and hand in again: the same columns as in the file, and 原因 at the end.
// Goes back only to the person who uploaded the file; it holds what they wrote, ID numbers included, and is never stored.

import type { Sheet } from '../sheets/sheet.ts'
import { writeInChild } from '../sheets/read-in-child.ts'
import { writeSheets, type OutCell, type OutSheet } from '../sheets/write-sheets.ts'
import { findingSentence, WORKBOOK_WORDS } from '../text/findings.ts'
import type { Finding, RosterReading } from './reading.ts'

/** So many cells are written in less time than a process takes to begin. */
const SHORT = 5_000

/** Null when no row has an error, or so many that no workbook can hold them. `more` are errors found later, when matching. */
export async function errorsWorkbook(
  sheets: readonly Sheet[],
  reading: Pick<RosterReading, 'sheet' | 'headingRow' | 'columns' | 'findings'>,
  more: readonly Finding[] = [],
): Promise<Uint8Array | null> {
  const sheet = sheets.find((s) => s.name === reading.sheet)
  const errors = [...reading.findings, ...more].filter(
    (f) => f.severity === 'error' && f.sheet === reading.sheet && f.row > reading.headingRow,
  )
  // By row in one look: in a roster of a whole district every row may have an error.
  const byRow = new Map<number, Finding[]>()
  for (const f of errors) byRow.set(f.row, [...(byRow.get(f.row) ?? []), f])
  const wrong = [...byRow.keys()].sort((a, b) => a - b)
  if (sheet === undefined || wrong.length === 0) return null
  const rows = wrong.map((row): OutCell[] => {
    const cells = reading.columns.map((c): OutCell => sheet.rows[row - 1]?.[c.index]?.text ?? null)
    const reasons = (byRow.get(row) ?? []).map((f) => (f.column === '' ? '' : `${f.column}：`) + findingSentence(f))
    return [...cells, reasons.join('\n'), row]
  })
  const heading = [...reading.columns.map((c) => c.heading), WORKBOOK_WORDS.reason, WORKBOOK_WORDS.originalRow]
  const widths = [...reading.columns.map((c) => (c.field === 'id-number' ? 22 : 14)), 60, 10]
  const out: OutSheet[] = [{ name: WORKBOOK_WORDS.sheet, heading, widths, rows }]
  return rows.length * heading.length > SHORT ? writeInChild(out) : writeSheets(out)
}
