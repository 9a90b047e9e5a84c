// A pasted list whose lines may end with a day of their own ('陶静 2015-06-30'): the text without the days, for finding who is meant,
// and the day of each line, in the order of the lines. A day that does not exist is no day. Pure.

import { dayOf, type Day } from '../../domain/day.ts'
import { linesOf } from '../school/name-list.ts'

const WRITTEN = /(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?/

export interface DatedList {
  readonly text: string
  readonly days: readonly (Day | null)[]
}

export function datedList(pasted: string): DatedList {
  const lines = pasted
    .split(/\r?\n/)
    .map((raw) => raw.normalize('NFKC').trim())
    .filter((line) => line !== '')
  const read = lines
    .map((line) => {
      const found = WRITTEN.exec(line)
      const day = found === null ? null : dayOf(Number(found[1]), Number(found[2]), Number(found[3]))
      return { line: day === null || found === null ? line : line.replace(found[0], ' ').trim(), day }
    })
    .filter(({ line }) => linesOf(line).length > 0)
  return { text: read.map(({ line }) => line).join('\n'), days: read.map(({ day }) => day) }
}
