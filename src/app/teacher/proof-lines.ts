// The lines of a 个人学时登记表 and their sums, from one reading of the hours in a window: recognised entries only, each with
// what was recognised and what counts. Sums are those of the reading; the lines add up to them to the tenth.

import type { HistoryDoubt } from '../../domain/history/doubt.ts'
import type { HoursInWindow } from '../../domain/evaluate/hours-in-window.ts'
import type { TraceEntry } from '../../domain/evaluate/trace.ts'
import {
  formatFixed,
  formatTenths,
  NO_HOURS,
  addHours,
  parseCredits,
  parseHours,
  type CreditTenths,
  type Tenths,
} from '../../domain/hours.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Person } from '../../domain/person.ts'
import type { Reference } from '../../domain/reference.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import type { DossierView } from '../../storage/dossier-view.ts'
import type { Sheet } from '../../wire/sheet-rows.ts'
import type { ShapeCell } from '../../wire/sheet-shape.ts'
import { daySpan } from '../text/common.ts'
import { doubtWords, historyDoubt as doubtText } from '../text/history-doubt.ts'
import { historyTask } from '../text/history.ts'
import { proof as words } from '../text/proof.ts'
import { levelName, modeName } from './names.ts'

export interface ProofLine {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly day: string
  readonly kind: string
  readonly recognised: string
  readonly counted: string
  readonly credits: string
}

export interface LevelSum {
  readonly level: string
  readonly recognised: string
  readonly counted: string
}

export interface ProofSheet {
  readonly lines: readonly ProofLine[]
  readonly levels: readonly LevelSum[]
  readonly recognised: string
  readonly counted: string
  /** Not listed: still waiting, and not over yet. */
  readonly waiting: { readonly entries: number; readonly hours: string }
  readonly later: number
  /** What is not sure about hours before the system, in sentences. */
  readonly doubts: readonly string[]
}

const isListed = (t: TraceEntry): boolean => t.place === 'inside' && t.recognised !== null

export function proofSheet(hours: HoursInWindow, policy: Policy, kind: SchoolKind | null, doubt: HistoryDoubt | null = null): ProofSheet {
  const unconfirmed = doubt !== null && doubt.openings > 0
  const listed = hours.entries.filter(isListed)
  const waiting = hours.entries.filter((t) => t.place === 'pending')
  const recognised = listed.reduce((sum, t) => addHours(sum, t.recognised ?? NO_HOURS), NO_HOURS)
  const counted = listed.reduce((sum, t) => addHours(sum, t.counted), NO_HOURS)
  if (recognised !== hours.totals.recognised || counted !== hours.totals.counted)
    throw new Error('the lines of a sheet do not add up to its sums')
  return {
    lines: listed.map((t, at) => lineOf(t, at + 1, policy, kind, unconfirmed)),
    levels: policy.levels.flatMap(({ level }) => {
      const slice = hours.byLevel.find((one) => one.key === level)
      return slice === undefined || slice.recognised === 0
        ? []
        : [{ level: levelName(policy, level, kind), recognised: formatTenths(slice.recognised), counted: formatTenths(slice.counted) }]
    }),
    recognised: formatTenths(recognised),
    counted: formatTenths(counted),
    waiting: { entries: waiting.length, hours: formatTenths(waiting.reduce((sum, t) => addHours(sum, t.claimed), NO_HOURS as Tenths)) },
    later: hours.entries.filter((t) => t.place === 'later').length,
    doubts: doubt === null ? [] : doubtWords(doubt),
  }
}

const openingWords = (t: TraceEntry, year: number | null, unconfirmed: boolean): string =>
  `${historyTask.line(year, t.title)}${unconfirmed ? `，${doubtText.unconfirmed}` : ''}`

const lineOf = (t: TraceEntry, number: number, policy: Policy, kind: SchoolKind | null, unconfirmed: boolean): ProofLine => ({
  id: t.id,
  number: String(number),
  what: t.opening === undefined ? t.title : openingWords(t, t.opening.year, unconfirmed),
  day: daySpan(t.first, t.last),
  kind: `${levelName(policy, t.level, kind)} · ${modeName(t.mode, kind)}`,
  recognised: formatTenths(t.recognised ?? NO_HOURS),
  counted: formatTenths(t.counted),
  credits: t.credits === null ? '' : formatTenths(t.credits),
})

/** The present name, with the former ones: a certificate may bear either. */
export const nameOnProof = (person: Pick<Person, 'name' | 'formerNames'>): string =>
  person.formerNames.length === 0 ? person.name : words.former(person.name, person.formerNames.join('、'))

/** The school of 人事关系; of who has left, the last one as such. */
export function lastSchoolName({ home, posts }: Pick<DossierView, 'home' | 'posts'>, reference: Reference): string {
  const name = (id: SchoolId | undefined): string => reference.schools.find((one) => one.id === id)?.name ?? ''
  if (home !== null) return name(home.school)
  const last = name(posts.filter((p) => p.kind === 'home').pop()?.school)
  return last === '' ? '' : words.left(last)
}

/** 学时证明 in sentences: the same sums as the sheet. */
export const letterWords = (sheet: ProofSheet, name: string, staffNumber: string | null, school: string, span: string): string[] => [
  words.letter(name, staffNumber, school, span, sheet.lines.length, sheet.recognised, sheet.counted),
  `${words.letterLevels}${sheet.levels.map((l) => words.level(l.level, l.recognised, l.counted)).join('；')}。`,
  ...(sheet.doubts.length === 0 ? [] : [sheet.doubts.join('')]),
]

/** In a column of hours every line has its place: '43.0' under '4.5'. */
export function inColumn(hours: string): string {
  const tenths = parseHours(hours)
  return tenths === null ? hours : formatFixed(tenths)
}

const cell = (tenths: Tenths | CreditTenths | null): ShapeCell => (tenths === null ? null : { tenths })

/** The sheet as rows of a workbook: hours are numbers to the tenth. */
export function workbookOf(sheet: ProofSheet, above: readonly string[]): Sheet {
  const rows = sheet.lines.map((l): ShapeCell[] => [
    Number(l.number),
    l.what,
    l.day,
    l.kind,
    cell(parseHours(l.recognised)),
    cell(parseHours(l.counted)),
    cell(parseCredits(l.credits)),
  ])
  const sums = [...sheet.levels, { level: words.total, recognised: sheet.recognised, counted: sheet.counted }].map((s): ShapeCell[] => [
    null,
    s.level,
    null,
    null,
    cell(parseHours(s.recognised)),
    cell(parseHours(s.counted)),
    null,
  ])
  return {
    name: words.sheetName,
    above,
    heading: [words.number, words.what, words.day, words.kind, words.recognised, words.counted, words.credits],
    widths: [6, 36, 26, 16],
    rows: [...rows, ...sums],
    sum: true,
  }
}
