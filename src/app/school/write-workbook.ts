// Sheets as an .xlsx file in this browser, offline too. Loaded only when someone exports.

import writeXlsxFile from 'write-excel-file/browser'
import { columnWidths, FONT, pageOf, printedOn } from '../../wire/sheet-shape.ts'
import { sheetLook, sheetRows, type Sheet } from '../../wire/sheet-rows.ts'

/** Hands the file to the browser's own downloads. */
export async function downloadWorkbook(sheets: readonly Sheet[], fileName: string): Promise<void> {
  const widths = sheets.map((sheet) => columnWidths(sheet.heading, sheet.rows, sheet.widths))
  const all = sheets.map((sheet, i) => {
    const { orientation, ...look } = sheetLook(sheet, widths[i] ?? [])
    // The writer's types know one of the two; it writes either.
    return { sheet: sheet.name, data: sheetRows(sheet, widths[i] ?? []), ...look, orientation: orientation as 'landscape' }
  })
  await writeXlsxFile(all, { ...FONT, features: [printedOn(widths.map(pageOf))] }).toFile(fileName)
}
