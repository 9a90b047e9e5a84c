// 考核记载: that something was done, on which day, for which period; of 年度考核 the result, because 定期注册 asks for it. One row a fact, struck
// when it was a mistake. Whoever sees the dossier sees it: the teacher, their school's officers and principal, the district; nobody else.

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'
import type { AppraisalItem } from './appraisal-item.ts'

/** The results of 年度考核 in general use for 事业单位. */
export const RESULTS = ['excellent', 'qualified', 'basically-qualified', 'unqualified', 'not-graded'] as const
export type Result = (typeof RESULTS)[number]

export interface AppraisalSaid {
  readonly item: string
  /** '2025' a year, '2025-2026' a school year, '2025-2026-1' a term. */
  readonly period: string
  readonly on: Day
  readonly result: Result | null
  readonly count: number | null
}

export type AppraisalFact =
  (FactBase & { readonly what: 'recorded' } & AppraisalSaid) | (FactBase & { readonly what: 'struck'; readonly reason: string })
export type AppraisalRow = Row<'appraisal', AppraisalFact>

export interface Appraisal extends AppraisalSaid {
  readonly id: RowId
}

/** What stands, latest day first. */
export function appraisalsOf(dossier: Dossier): Appraisal[] {
  const out: Appraisal[] = []
  for (const row of rowsOfKind<AppraisalRow>(dossier, 'appraisal')) {
    const [first] = row.facts
    if (first?.what !== 'recorded' || row.facts.some((f) => f.what === 'struck')) continue
    const { item, period, on, result, count } = first
    out.push({ id: row.id, item, period, on, result, count })
  }
  return out.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? 1 : -1))
}

export const appraisalsOn = (dossier: Dossier, day: Day): Appraisal[] => appraisalsOf(dossier).filter((a) => a.on <= day)

export const appraisalItemsOf = (policy: Policy): readonly AppraisalItem[] =>
  (policy.parts as Partial<Policy['parts']> | undefined)?.appraisals ?? []

const PERIODS: Readonly<Record<AppraisalItem['per'], RegExp>> = {
  year: /^\d{4}$/,
  'school-year': /^\d{4}-\d{4}$/,
  term: /^\d{4}-\d{4}-[12]$/,
}

/** Whether a period is written as the item's kind is, and its school year is one year long. */
export function periodFits(item: AppraisalItem, period: string): boolean {
  if (!PERIODS[item.per].test(period)) return false
  const [from, to] = period.split('-')
  return item.per === 'year' || Number(to) === Number(from) + 1
}
