// Sheets as an .xlsx for people to open. Text stays text: what begins with = + - @ (also full-width, or after a tab or line break) is
// written with a leading apostrophe, so that no spreadsheet program ever runs it. Numbers are numbers, days of a { day } are dates.

import writeWorkbook from 'write-excel-file/node'
import { columnWidths, FONT, pageOf, printedOn, type ShapeCell } from '../../wire/sheet-shape.ts'
import { sheetLook, sheetRows, type Sheet } from '../../wire/sheet-rows.ts'

export type OutCell = ShapeCell

export type OutSheet = Omit<Sheet, 'above'> & Partial<Pick<Sheet, 'above'>>

/** Names Excel accepts: at most 31 characters, without : \ / ? * [ ], and never the same twice. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name, i) => {
    const base =
      name
        .replace(/[:\\/?*[\]]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 28) || `表${i + 1}`
    let unique = base
    for (let n = 2; used.has(unique.toLowerCase()); n += 1) unique = `${base}${n}`
    used.add(unique.toLowerCase())
    return unique
  })
}

export async function writeSheets(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((s) => s.name))
  const widths = sheets.map((s) => columnWidths(s.heading, s.rows, s.widths))
  const all = sheets.map((sheet, i) => {
    const whole = { above: [], ...sheet }
    return { sheet: names[i], data: sheetRows(whole, widths[i] ?? []), ...sheetLook(whole, widths[i] ?? []) }
  })
  return writeWorkbook(all as unknown as Parameters<typeof writeWorkbook>[0], {
    ...FONT,
    features: [printedOn(widths.map(pageOf))],
  }).toBuffer()
}
