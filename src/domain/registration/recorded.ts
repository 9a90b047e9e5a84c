// 年度考核 as the appraisal facts of the dossier say it, for a registration's five years: every whole year of them with its result.
// A year below 合格 settles it; a year nobody recorded leaves it open. Other needs are recorded nowhere: null.

import { appraisalItemsOf, appraisalsOn, type Result } from '../appraisal/appraisal.ts'
import { yearOf, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Policy } from '../policy/policy.ts'
import type { Recorded } from './standing.ts'

const ENOUGH: readonly Result[] = ['excellent', 'qualified']
const BELOW: readonly Result[] = ['basically-qualified', 'unqualified']

export function recordedIn(policy: Policy, dossier: Dossier, on: Day): Recorded {
  const graded = appraisalItemsOf(policy)
    .filter((i) => i.result && i.per === 'year')
    .map((i) => i.id)
  const results = appraisalsOn(dossier, on).filter((a) => graded.includes(a.item) && a.result !== null)
  return (need, from, until) => {
    if (need !== 'appraisal') return null
    const years = Array.from({ length: Math.max(0, yearOf(until) - yearOf(from)) }, (_, k) => String(yearOf(from) + k))
    const of = (year: string): Result | null => results.find((a) => a.period === year)?.result ?? null
    if (years.some((y) => BELOW.includes(of(y) ?? 'not-graded'))) return 'unmet'
    return years.length > 0 && years.every((y) => ENOUGH.includes(of(y) ?? 'not-graded')) ? 'met' : null
  }
}
