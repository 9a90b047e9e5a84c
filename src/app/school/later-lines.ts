// 之后补登 as lines of a page, a paper and a workbook: who, what, which days, how many hours more or less, and when it was recorded. Pure.

import type { LaterEntry, LaterSum } from '../../domain/year-review/compare.ts'
import { formatFixed, formatTenths, type Tenths } from '../../domain/hours.ts'
import type { PersonId, RowId } from '../../domain/ids.ts'
import { daySpan } from '../text/common.ts'
import { historyTask } from '../text/history.ts'
import { yearReview } from '../text/year-review-pages.ts'
import type { Sheet } from '../../wire/sheet-rows.ts'

export interface LaterLine {
  readonly key: string
  readonly order: number
  readonly person: PersonId
  /** Null for an opening balance, which stands on the page of the person's history. */
  readonly row: RowId | null
  readonly name: string
  readonly what: string
  readonly days: string
  /** '+5', '-4'; in words where nobody can say. */
  readonly hours: string
  readonly recognised: Tenths | null
  readonly on: string
}

const signedHours = (n: Tenths): string => (n > 0 ? `+${formatTenths(n)}` : formatTenths(n))

/** On paper, with one place like every column of hours. */
export const laterFixed = (l: Pick<LaterLine, 'recognised' | 'hours'>): string =>
  l.recognised === null ? l.hours : `${l.recognised > 0 ? '+' : ''}${formatFixed(l.recognised)}`

export const laterWords = (sum: LaterSum): string =>
  yearReview.later(sum.entries, formatTenths(sum.recognised as Tenths), sum.openings, sum.unsure)

export function laterLines(list: readonly LaterEntry[]): LaterLine[] {
  const sorted = [...list].sort(
    (a, b) =>
      a.name.localeCompare(b.name, 'zh-CN') ||
      (a.person < b.person ? -1 : a.person > b.person ? 1 : a.on < b.on ? -1 : a.on > b.on ? 1 : a.row < b.row ? -1 : 1),
  )
  return sorted.map(({ person, name, row, entry, opening, on, recognised }, k) => {
    const days = entry?.training ?? opening
    return {
      key: `${person} ${row}`,
      order: k + 1,
      person,
      name,
      row: entry === null ? null : row,
      recognised,
      on,
      what: entry === null ? historyTask.line(opening?.year ?? null, opening?.words ?? '') : entry.training.title,
      days: days === null ? '' : daySpan(days.first, days.last),
      hours: recognised === null ? yearReview.laterUnsure : signedHours(recognised),
    }
  })
}

/** A sheet of its own behind the table that was handed in. */
export function laterSheet(lines: readonly LaterLine[], above: readonly string[]): Sheet {
  const words = yearReview.laterPaper
  return {
    name: words.sheet,
    above,
    heading: [words.order, words.name, words.what, words.days, words.hours, words.on],
    widths: [6, 12, 36, 26, 12, 16],
    rows: lines.map((l) => [l.order, l.name, l.what, l.days, l.recognised === null ? l.hours : { tenths: l.recognised }, { day: l.on }]),
  }
}
