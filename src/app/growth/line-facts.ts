// What a line of a pasted list says beside the name: its own day and, where numbers are asked, its own number at the end. What a line does
// not say is what was said for all. Pure.

import { parseDay, type Day } from '../../domain/day.ts'

const DAY = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/
const NUMBER = /[\s,，、;；|](\d{1,3})\s*次?$/

export interface LineFacts {
  readonly on: Day | null
  readonly count: number | null
}

/** `line` is one of a list, after the numbering in front. */
export function lineFacts(line: string): LineFacts {
  const [whole = '', year = '', month = '', date = ''] = DAY.exec(line) ?? []
  const number = NUMBER.exec(whole === '' ? line : line.replace(whole, ' ').trim())?.[1]
  return {
    on: whole === '' ? null : parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`),
    count: number === undefined ? null : Number(number),
  }
}
