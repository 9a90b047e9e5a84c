// The tables that go out, as plain rows: paper and workbook are both made from them, so they cannot differ. Pure.

import type { Level } from '../../domain/dossier.ts'
import { addHours, formatFixed, formatTenths, lessHours, NO_HOURS, type Tenths } from '../../domain/hours.ts'
import type { NationalRegister } from '../../domain/papers/national-register.ts'
import type { SchoolTable, TableLine } from '../../domain/papers/school-table.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import type { ShapeCell } from '../../wire/sheet-shape.ts'
import { levelName } from '../teacher/names.ts'
import { fullDay } from '../text/common.ts'
import { historyDoubt as doubtText } from '../text/history-doubt.ts'
import { papers as words } from '../text/papers.ts'
import { kindergartenWords } from '../text/kindergarten.ts'
import { stages } from '../text/policy-words.ts'
import { notCountedWords } from './not-counted-words.ts'

/** Hours are whole tenths here; paper writes them with one place, the workbook as numbers; days in the same words on both. */
export type PaperCell = ShapeCell

export interface Paper {
  readonly title: string
  readonly heading: readonly string[]
  readonly rows: readonly (readonly PaperCell[])[]
  /** The last row of all; null where there is nothing to add up. */
  readonly total: readonly PaperCell[] | null
  readonly notes: readonly string[]
}

export interface PaperOf {
  readonly school: string
  readonly policy: Policy
  readonly kind: SchoolKind | null
}

const heads = words.columns
const hours = (tenths: Tenths): PaperCell => ({ tenths })
const named = (l: Pick<TableLine, 'name' | 'formerNames'>): string =>
  l.formerNames.length === 0 ? l.name : words.former(l.name, l.formerNames.join('、'))
const levelHours = (l: Pick<TableLine, 'byLevel'>, level: Level, what: 'counted' | 'recognised'): Tenths =>
  l.byLevel.find((s) => s.key === level)?.[what] ?? (0 as Tenths)

/** 在册 = 应计 + 不计, and why not. */
function rollNotes({ lines, uncounted, reasons }: Pick<SchoolTable, 'lines' | 'uncounted' | 'reasons'>): string[] {
  const on = words.onRoll(lines.length + uncounted.length, lines.length, uncounted.length)
  return uncounted.length === 0 ? [on] : [on, words.notCounted(reasons.map((r) => words.reason(notCountedWords(r), r.people)).join('、'))]
}

/** Who has something open about hours before the system: marked in the line, and said below. */
const isOpen = (l: Pick<TableLine, 'doubt'>): boolean => l.doubt != null
function doubtNotes(lines: readonly TableLine[]): string[] {
  const open = lines.filter(isOpen)
  return open.length === 0
    ? []
    : [doubtText.people(open.length, formatTenths(open.reduce((sum, l) => addHours(sum, l.doubt?.openings ?? NO_HOURS), NO_HOURS)))]
}

export function summaryPaper(table: SchoolTable, { school, policy, kind }: PaperOf): Paper {
  const levels = policy.levels.map((l) => l.level).filter((level) => table.byLevel.some((s) => s.key === level))
  const marked = table.lines.some(isOpen)
  const mark = (l: TableLine | null): PaperCell[] => (marked ? [l !== null && isOpen(l) ? doubtText.mark : null] : [])
  const amounts = (of: Pick<SchoolTable, 'totals' | 'byLevel'>): PaperCell[] => [
    ...levels.map((level) => hours(levelHours(of, level, 'counted'))),
    hours(of.totals.counted),
    hours(of.totals.recognised),
  ]
  return {
    title: words.titles.summary(school),
    heading: [
      heads.number,
      heads.name,
      heads.staffNumber,
      heads.subject,
      heads.stage,
      ...levels.map((l) => heads.level(levelName(policy, l, kind))),
      heads.counted,
      heads.recognised,
      ...(marked ? [doubtText.column] : []),
    ],
    rows: table.lines.map((l, i) => [i + 1, named(l), l.staffNumber, l.subject, stages[l.stage], ...amounts(l), ...mark(l)]),
    total: [null, words.total, null, null, null, ...amounts(table), ...mark(null)],
    notes: [
      ...rollNotes(table),
      ...doubtNotes(table.lines),
      words.counting,
      ...(table.totals.pending > 0 ? [words.pending(formatTenths(table.totals.pending))] : []),
    ],
  }
}

/** On the roster paper, which has five columns and no more, said below it by name. */
const doubtRoster = (lines: readonly TableLine[]): string[] => {
  const open = lines.filter((l) => (l.doubt?.openings ?? 0) > 0)
  return open.length === 0 ? [] : [words.openingsOpen(open.map(named).join('、'))]
}

/** 序号、姓名、任教学科、任教学段、学时: what was recognised of the school's own level. */
export function rosterPaper(table: SchoolTable, { school, policy, kind }: PaperOf): Paper {
  const based = levelName(policy, 'school', kind)
  const lines = table.lines.filter((l) => levelHours(l, 'school', 'recognised') > 0)
  const without = table.lines.length - lines.length
  return {
    title: words.titles.roster(school, kindergartenWords('校本研修', kind)),
    heading: [heads.number, heads.name, heads.subject, heads.stage, heads.hours],
    rows: lines.map((l, i) => [i + 1, named(l), l.subject, stages[l.stage], hours(levelHours(l, 'school', 'recognised'))]),
    total: [null, words.total, null, null, hours(levelHours(table, 'school', 'recognised'))],
    notes: [...rollNotes(table), ...doubtRoster(lines), ...(without > 0 ? [words.without(without, based)] : [])],
  }
}

export function registerPaper(register: NationalRegister, { school }: PaperOf): Paper {
  const { rows, direction } = register
  return {
    title: words.titles.register(school),
    heading: [
      heads.number,
      heads.name,
      heads.staffNumber,
      heads.year,
      heads.levelCode,
      heads.levelName,
      heads.what,
      heads.organiser,
      heads.modeCode,
      heads.modeName,
      heads.whole,
      heads.credits,
      heads.first,
      heads.last,
      heads.lost,
    ],
    rows: rows.map((r, i) => [
      i + 1,
      r.name,
      r.staffNumber,
      r.last.slice(0, 4),
      r.levelCode,
      r.levelName,
      r.title,
      r.organiser,
      r.modeCode,
      r.modeName,
      r.hours,
      r.credits === null ? null : { tenths: r.credits },
      { day: r.first },
      { day: r.last },
      hours(r.lost),
    ]),
    total: [null, words.total, null, null, null, null, null, null, null, null, register.hours, null, null, null, hours(register.lost)],
    notes: [
      direction === null ? words.noRounding : `${words.rounding[direction]}${words.roundingOpen}`,
      words.registerSum(register.hours, formatTenths(register.lost), formatTenths(register.recognised)),
      words.everybody(formatTenths(register.ofCounted), formatTenths(lessHours(register.recognised, register.ofCounted))),
      ...(register.unsure > 0 ? [words.unsure(register.unsure)] : []),
      ...(register.openings > 0 ? [words.openings(formatTenths(register.openings))] : []),
    ],
  }
}

export function cellText(cell: PaperCell | undefined): string {
  if (cell == null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'day' in cell ? fullDay(cell.day) : formatFixed(cell.tenths)
}
export const isNumber = (cell: PaperCell | undefined): boolean =>
  cell != null && (typeof cell === 'number' || (typeof cell === 'object' && 'tenths' in cell))
