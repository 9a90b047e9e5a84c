// Which days a 年度 or 学年 stands for. A year is a calendar year; a school year begins when the district says so, and while it has
// not said, the days it may cover are both years whole; a span of years is a lump. The running year ends today.

import { addDays, dayOf, earlier, yearOf, type Day } from '../../../domain/day.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import { valueOn } from '../../../domain/policy/value-on.ts'

export interface Span {
  readonly year: number | null
  readonly first: Day
  readonly last: Day
}

export type Years = ({ readonly is: 'span'; readonly open: boolean } & Span) | { readonly is: 'unreadable' } | { readonly is: 'not-begun' }

const at = (year: number, month: number, day: number): Day => dayOf(year, month, day) ?? (`${String(year)}-01-01` as Day)

function spanOf(year: number | null, first: Day, last: Day, today: Day, open = false): Years {
  return first > today ? { is: 'not-begun' } : { is: 'span', year, first, last: earlier(last, today), open }
}

/** `schoolYear`: the column says 学年. */
export function readYears(text: string, schoolYear: boolean, policy: Policy, today: Day): Years {
  const t = text.normalize('NFKC').replace(/\s/g, '')
  const one = /^(\d{4})(\.0)?(年度?|学年度?)?$/.exec(t)
  const two = /^(\d{4})年?[-—–~至到/](\d{4}|\d{2})(年度?|学年度?|年)?(第?[一二上下12]学期)?$/.exec(t)
  if (one !== null) {
    const year = Number(one[1])
    if (year < 1950 || year > 2199) return { is: 'unreadable' }
    return schoolYear || /学年/.test(t) ? schoolYearOf(year, policy, today) : spanOf(year, at(year, 1, 1), at(year, 12, 31), today)
  }
  if (two === null) return { is: 'unreadable' }
  const from = Number(two[1])
  const to = (two[2] ?? '').length === 2 ? Math.floor(from / 100) * 100 + Number(two[2]) : Number(two[2])
  if (from < 1950 || to < from || to > 2199) return { is: 'unreadable' }
  if (to === from + 1 && (schoolYear || /学年/.test(t))) return schoolYearOf(from, policy, today)
  return spanOf(to === from ? from : null, at(from, 1, 1), at(to, 12, 31), today)
}

function schoolYearOf(year: number, policy: Policy, today: Day): Years {
  const start = valueOn(policy.settings.yearStart, at(year, 12, 31))
  if (start === null) return spanOf(year, at(year, 1, 1), at(year + 1, 12, 31), today, true)
  const [month, day] = [Number(start.slice(0, 2)), Number(start.slice(3, 5))]
  return spanOf(year, at(year, month, day), addDays(at(year + 1, month, day), -1), today)
}

export const yearsWords = ({ year, first, last }: Span): string =>
  year !== null ? `${String(year)} 年` : yearOf(first) < 1950 ? '没有写年度' : `${String(yearOf(first))}—${String(yearOf(last))} 年合计`
