// Comma-separated text (RFC 4180) as a sheet. Encodings met in schools: UTF-8 with or without a mark, GB18030 (what Excel writes in China), UTF-16.
// Every cell is text: a CSV knows no kinds, so 13800001001 and 001 stay as written.

import { MAX_COLUMNS, MAX_ROWS, refused, textCell, type Cell, type SheetsRead } from './sheet.ts'

function decode(bytes: Uint8Array): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // Not this encoding: the next one is tried, and none left means the text cannot be read.
    }
  }
  return null
}

/** The separator that the first line uses most. */
function separatorOf(text: string): string {
  const line = text.slice(0, (text.search(/[\r\n]/) + 1 || text.length + 1) - 1)
  const counted = [',', '\t', ';'].map((s) => ({ s, n: line.split(s).length }))
  return counted.reduce((a, b) => (b.n > a.n ? b : a)).s
}

/** Fields of one record and where the next begins. A quote inside quotes is doubled; line breaks inside quotes belong to the field. */
function record(text: string, start: number, separator: string): { fields: string[]; next: number } {
  const fields: string[] = []
  let at = start
  for (;;) {
    let field = ''
    if (text[at] === '"') {
      at += 1
      for (;;) {
        const end = text.indexOf('"', at)
        if (end === -1) {
          field += text.slice(at)
          at = text.length
          break
        }
        field += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"') break
        field += '"'
        at += 1
      }
    }
    const from = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
    fields.push(field + text.slice(from, at))
    if (text[at] !== separator) break
    at += 1
  }
  if (text[at] === '\r') at += 1
  if (text[at] === '\n') at += 1
  return { fields, next: at }
}

/** Excel's own trick for keeping zeros, `="001"`, is the text it shows. */
function cellOf(field: string): Cell | null {
  const shown = /^="([^"]*)"$/.exec(field.trim())
  const text = (shown?.[1] ?? field).trim()
  return text === '' ? null : textCell(text)
}

export function readCsv(bytes: Uint8Array, name: string): SheetsRead {
  const text = decode(bytes)
  if (text === null) return refused('file.unreadable-text')
  if (text.trim() === '') return refused('file.empty')
  const separator = separatorOf(text)
  const rows: (Cell | null)[][] = []
  for (let at = 0; at < text.length;) {
    const { fields, next } = record(text, at, separator)
    const cells = fields.slice(0, MAX_COLUMNS).map(cellOf)
    rows.push(cells)
    if (rows.length > MAX_ROWS || fields.some((field, c) => c >= MAX_COLUMNS && field.trim() !== '')) return refused('file.too-many-rows')
    at = next
  }
  return { is: 'sheets', sheets: [{ name, rows, merges: [] }] }
}
