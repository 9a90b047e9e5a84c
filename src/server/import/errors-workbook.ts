// The rows that cannot be taken, as a workbook to mend and hand in again: the same columns as in the file, and 原因 at the end. What
// else was found stands on a second sheet where it is too much to tell one by one.
// Goes back only to the person who uploaded the file; it holds what they wrote, ID numbers included, and is never stored.

import type { Sheet } from '../sheets/sheet.ts'
import { writeInChild } from '../sheets/read-in-child.ts'
import { writeSheets, type OutCell, type OutSheet } from '../sheets/write-sheets.ts'
import { findingSentence, SEVERITY_WORDS, WORKBOOK_WORDS } from '../text/findings.ts'
import { MOST_OF_A_KIND } from './findings-told.ts'
import type { Finding, RosterReading } from './reading.ts'

/** So many cells are written in less time than a process takes to begin. */
const SHORT = 5_000

/** Null when there is nothing to write, or so much that no workbook can hold it. `more` is what was found later, when matching. */
export async function errorsWorkbook(
  sheets: readonly Sheet[],
  reading: Pick<RosterReading, 'sheet' | 'headingRow' | 'columns' | 'findings'>,
  more: readonly Finding[] = [],
): Promise<Uint8Array | null> {
  const found = [...reading.findings, ...more]
  const out = [...wrongRows(sheets, reading, found), ...toCheck(found)]
  if (out.length === 0) return null
  const cells = out.reduce((n, sheet) => n + sheet.rows.length * sheet.heading.length, 0)
  return cells > SHORT ? writeInChild(out) : writeSheets(out)
}

function wrongRows(
  sheets: readonly Sheet[],
  reading: Pick<RosterReading, 'sheet' | 'headingRow' | 'columns'>,
  found: readonly Finding[],
): OutSheet[] {
  const sheet = sheets.find((s) => s.name === reading.sheet)
  // By row in one look: in a roster of a whole district every row may have an error.
  const byRow = new Map<number, Finding[]>()
  for (const f of found) {
    if (f.severity !== 'error' || f.sheet !== reading.sheet || f.row <= reading.headingRow) continue
    const of = byRow.get(f.row)
    if (of === undefined) byRow.set(f.row, [f])
    else of.push(f)
  }
  if (sheet === undefined || byRow.size === 0) return []
  const rows = [...byRow.keys()]
    .sort((a, b) => a - b)
    .map((row): OutCell[] => {
      const cells = reading.columns.map((c): OutCell => sheet.rows[row - 1]?.[c.index]?.text ?? null)
      const reasons = (byRow.get(row) ?? []).map((f) => (f.column === '' ? '' : `${f.column}：`) + findingSentence(f))
      return [...cells, reasons.join('\n'), row]
    })
  const heading = [...reading.columns.map((c) => c.heading), WORKBOOK_WORDS.reason, WORKBOOK_WORDS.originalRow]
  const widths = [...reading.columns.map((c) => (c.field === 'id-number' ? 22 : 14)), 60, 10]
  return [{ name: WORKBOOK_WORDS.sheet, heading, widths, rows }]
}

/** Errors stand beside their rows already. */
function toCheck(found: readonly Finding[]): OutSheet[] {
  const others = found.filter((f) => f.severity !== 'error').sort((a, b) => a.row - b.row)
  const kinds = new Map<string, number>()
  for (const { code } of others) kinds.set(code, (kinds.get(code) ?? 0) + 1)
  if (![...kinds.values()].some((n) => n > MOST_OF_A_KIND)) return []
  const { originalRow, column, severity, says, checkSheet } = WORKBOOK_WORDS
  return [
    {
      name: checkSheet,
      heading: [originalRow, column, severity, says],
      widths: [10, 18, 10, 80],
      rows: others.map((f): OutCell[] => [f.row, f.column, SEVERITY_WORDS[f.severity], findingSentence(f)]),
    },
  ]
}
