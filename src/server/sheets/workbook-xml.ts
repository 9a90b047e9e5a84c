// The two things the workbook library does not tell: which cells hold formulas, and which cells are merged.
// Reads sheet XML by searching for the few tags it needs; what it cannot find it leaves out, and nothing is evaluated.

import type { Merge } from './sheet.ts'

export interface SheetMarks {
  /** 'row:column', from 0. */
  readonly formulas: ReadonlySet<string>
  readonly merges: readonly Merge[]
}

const MAX_MERGES = 20_000

const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null

/** 'B13' → [12, 1]. */
function address(text: string): [row: number, column: number] | null {
  const m = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text)
  if (m === null) return null
  let column = 0
  for (const letter of m[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return [Number(m[2]) - 1, column - 1]
}

function formulasIn(xml: string): Set<string> {
  const found = new Set<string>()
  for (let at = xml.indexOf('<f'); at !== -1; at = xml.indexOf('<f', at + 2)) {
    if (!/[\s>/]/.test(xml[at + 2] ?? '')) continue
    const open = xml.lastIndexOf('<c ', at)
    const where = open === -1 || at - open > 400 ? null : address(attribute(xml.slice(open, at), 'r') ?? '')
    if (where !== null) found.add(`${where[0]}:${where[1]}`)
  }
  return found
}

function mergesIn(xml: string): Merge[] {
  const merges: Merge[] = []
  for (let at = xml.indexOf('<mergeCell '); at !== -1 && merges.length < MAX_MERGES; at = xml.indexOf('<mergeCell ', at + 1)) {
    const [from, to] = (attribute(xml.slice(at, at + 200), 'ref') ?? '').split(':').map(address)
    if (from && to) merges.push({ top: from[0], left: from[1], bottom: to[0], right: to[1] })
  }
  return merges
}

const unescapeXml = (s: string): string =>
  s.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[0-9a-f]+);/gi, (whole, e: string) => {
    const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
    if (!e.startsWith('#')) return named[e] ?? whole
    const code = e[1] === 'x' ? parseInt(e.slice(2), 16) : parseInt(e.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Marks of every sheet, by the sheet's name as it stands in the workbook. */
export function sheetMarks(files: ReadonlyMap<string, Uint8Array>): Map<string, SheetMarks> {
  const textOf = (path: string): string => new TextDecoder().decode(files.get(path) ?? new Uint8Array())
  const targets = new Map<string, string>()
  for (const [tag] of textOf('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target') ?? ''
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const marks = new Map<string, SheetMarks>()
  for (const [tag] of textOf('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)) {
    const xml = textOf(targets.get(attribute(tag, 'r:id') ?? '') ?? '')
    marks.set(unescapeXml(attribute(tag, 'name') ?? ''), { formulas: formulasIn(xml), merges: mergesIn(xml) })
  }
  return marks
}
