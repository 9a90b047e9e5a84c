// The period a day most likely belongs to, as a first guess in a form or for a table: a year, a school year from September, its first or
// second term.

import type { AppraisalItem } from './appraisal-item.ts'

export function periodNow(per: AppraisalItem['per'], today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (per === 'year') return String(year)
  const first = month >= 9 ? year : year - 1
  const schoolYear = `${String(first)}-${String(first + 1)}`
  return per === 'school-year' ? schoolYear : `${schoolYear}-${month >= 9 || month === 1 ? '1' : '2'}`
}
