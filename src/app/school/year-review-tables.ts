// A year's figures as rows of paper and workbook: by name within each school, the totals of who is 应计 last. Pure.

import { formatFixed, type Tenths } from '../../domain/hours.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Level } from '../../domain/dossier.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import { frozenTotals, personFigures, type Figures, type PersonFigures } from '../../domain/year-review/figures.ts'
import { levelName } from '../teacher/names.ts'
import { historyDoubt } from '../text/history-doubt.ts'
import { yearReview } from '../text/year-review-pages.ts'
import { states } from '../text/components.ts'
import { headlineStateName } from '../text/states.ts'
import { notCountedWords } from './not-counted-words.ts'
import type { Sheet } from '../../wire/sheet-rows.ts'
import type { ShapeCell } from '../../wire/sheet-shape.ts'

const words = yearReview.paper
/** The sum's long note breaks its line, so that the sheet stays upright on A4. */
const NOTE = 14

export interface YearLine {
  readonly key: string
  readonly order: string
  readonly name: string
  readonly school: string
  /** Tenths recognised by level, in the order of `levels`. */
  readonly byLevel: readonly Tenths[]
  readonly recognised: Tenths
  readonly counted: Tenths
  readonly cycle: Tenths
  readonly note: string
  /** Something about this person is 待核实: the public list says so beside the sum. */
  readonly unverified?: boolean
}

export interface YearTable {
  readonly levels: readonly { readonly key: string; readonly name: string }[]
  readonly lines: readonly YearLine[]
  readonly total: YearLine
  /** True where people of more than one school stand in it. */
  readonly several: boolean
}

export interface TableOf {
  readonly figures: Figures
  readonly policy: Policy
  readonly kind: SchoolKind | null
  schoolName(id: SchoolId): string
}

/** '用人形式 employment:intern' in words; else where the cycle stands. */
export function noteOf(p: Pick<PersonFigures, 'why' | 'state'>): string {
  if (p.why === '') return states[headlineStateName[p.state]]
  const [by, value = ''] = p.why.split(':')
  return notCountedWords({ by: by === 'employment' ? 'employment' : 'category', value })
}

const byPlaceAndName =
  (schools: readonly SchoolId[]) =>
  (a: PersonFigures, b: PersonFigures): number =>
    schools.indexOf(a.school) - schools.indexOf(b.school) || a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1)

export function yearTable({ figures, policy, kind, schoolName }: TableOf): YearTable {
  const totals = frozenTotals(figures.people)
  const people = figures.people.map((p) => personFigures(figures.schools, p)).sort(byPlaceAndName(figures.schools))
  const used = new Set(people.flatMap((p) => p.byLevel.map((s) => s.level)))
  const levels = policy.levels
    .filter((l) => used.has(l.level))
    .map((l) => ({ key: l.level as string, name: levelName(policy, l.level, kind) }))
  for (const key of used) if (!levels.some((l) => l.key === key)) levels.push({ key, name: levelName(policy, key as Level, kind) })
  const of = (list: readonly { readonly level: string; readonly recognised: Tenths }[]) =>
    levels.map((l) => list.find((s) => s.level === l.key)?.recognised ?? (0 as Tenths))
  const lines = people.map((p, k): YearLine => ({
    key: p.person,
    order: String(k + 1),
    name: p.name,
    school: schoolName(p.school),
    byLevel: of(p.byLevel),
    recognised: p.recognised,
    counted: p.counted,
    cycle: p.cycle,
    note: noteOf(p),
    ...(p.why === '' && p.state === 'unverified' ? { unverified: true } : {}),
  }))
  const { recognised, counted, cycle } = totals.hours
  return {
    levels,
    lines,
    several: new Set(people.map((p) => p.school)).size > 1,
    total: {
      key: '~total',
      order: '',
      name: words.all,
      school: '',
      byLevel: of(totals.byLevel),
      recognised,
      counted,
      cycle,
      note: words.sum(totals.onRoll, totals.counted, lines.filter((l) => l.unverified === true).length),
    },
  }
}

/** The sum as the public list prints it: '12.0', or with 待核实 beside it. */
export const publicHours = (l: Pick<YearLine, 'recognised' | 'unverified'>): string =>
  l.unverified === true ? historyDoubt.public(shownHours(l.recognised)) : shownHours(l.recognised)

export const shownHours = (n: Tenths): string => formatFixed(n)

export function yearSheets(table: YearTable, above: readonly string[]): Sheet[] {
  const heading = [
    words.order,
    words.name,
    ...(table.several ? [words.school] : []),
    ...table.levels.map((l) => l.name),
    words.total,
    words.counted,
    words.cycle,
    words.note,
  ]
  const row = (l: YearLine): ShapeCell[] => [
    l.order === '' ? null : Number(l.order),
    l.name,
    ...(table.several ? [l.school] : []),
    ...[...l.byLevel, l.recognised, l.counted, l.cycle].map((tenths) => ({ tenths })),
    l.note,
  ]
  return [
    {
      name: yearReview.paper.table,
      above,
      heading,
      widths: heading.map((_, at) => (at === 0 ? 6 : at === heading.length - 1 ? NOTE : undefined)),
      rows: [...table.lines.map(row), row(table.total)],
      sum: true,
    },
  ]
}

/** 公示表 as a workbook: name and total only. 待核实 stands in a column of its own, so that totals stay numbers; without any, there is none. */
export function publicSheets(table: YearTable, above: readonly string[]): Sheet[] {
  const unsure = table.lines.some((l) => l.unverified === true)
  return [
    {
      name: words.public,
      above,
      heading: [words.order, words.name, words.total, ...(unsure ? [words.note] : [])],
      widths: [6, 16, 14, ...(unsure ? [NOTE] : [])],
      rows: table.lines.map((l): ShapeCell[] => [
        Number(l.order),
        l.name,
        { tenths: l.recognised },
        ...(unsure ? [l.unverified === true ? historyDoubt.mark : null] : []),
      ]),
    },
  ]
}
