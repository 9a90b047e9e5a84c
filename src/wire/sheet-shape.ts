// How the columns of a workbook look, from what stands in them: wide enough to be read, numbers of one column with the same places. Used
// by phone and server alike, so that their workbooks look alike. Pure.

export type ShapeCell = string | number | null

const WIDEST = 44
const NARROWEST = 6

/** In the width of a digit: a Chinese character is two. */
export const textWidth = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

const longest = (text: string): number => Math.max(...text.split('\n').map(textWidth))

/** `given` widths stand; the others follow their longest cell, the heading among them. */
export function columnWidths(heading: readonly string[], rows: readonly (readonly ShapeCell[])[], given: readonly (number | undefined)[] = []): number[] {
  return heading.map((head, at) => {
    const fixed = given[at]
    if (fixed !== undefined) return fixed
    const widest = rows.reduce((most, row) => { const cell = row[at]; return Math.max(most, cell == null ? 0 : longest(typeof cell === 'number' ? cell.toFixed(placesOf(cell)) : cell)) }, textWidth(head))
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 3))
  })
}

const placesOf = (n: number): number => (Number.isInteger(n) ? 0 : Number.isInteger(Math.round(n * 1000) / 100) ? 1 : 2)

/** The number format of each column: one place where any number of it has one, so that hours stand under each other. */
export const columnFormats = (columns: number, rows: readonly (readonly ShapeCell[])[]): string[] =>
  Array.from({ length: columns }, (_, at) => ['0', '0.0', '0.00'][rows.reduce((most, row) => { const cell = row[at]; return typeof cell === 'number' ? Math.max(most, placesOf(cell)) : most }, 0)] ?? '0')

/** So many characters go beside each other on A4, upright and on its side. */
const UPRIGHT = 84
const SIDEWAYS = 124

/** How a sheet is printed: all its columns beside each other on A4, smaller where they are many. */
export function pageOf(widths: readonly number[]): { readonly orientation: 'portrait' | 'landscape'; readonly scale: number } {
  const all = widths.reduce((sum, w) => sum + w, 0)
  const orientation = all > UPRIGHT ? 'landscape' : 'portrait'
  return { orientation, scale: Math.max(40, Math.min(100, Math.floor((100 * (orientation === 'landscape' ? SIDEWAYS : UPRIGHT)) / all))) }
}

type Attributes = Record<string, string | number>

/** What a workbook's pages are told beyond what the writer knows by itself; one entry a sheet. */
export const printedOn = (pages: readonly { readonly scale: number }[]) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag: string, attributes: Attributes, _index: number | undefined, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }): Attributes =>
          tag === 'pageSetup' ? { ...attributes, scale: pages[sheetIndex]?.scale ?? 100 } : attributes,
      },
    },
  },
})

/** One typeface for all, so that bold and plain figures look alike everywhere. */
export const FONT = { fontFamily: 'Arial', fontSize: 10 } as const
