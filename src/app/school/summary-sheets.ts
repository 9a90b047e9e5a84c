// The roll-up as sheets of a workbook: plain rows of text and numbers, the same numbers as on the screen. Hours are numbers to the
// tenth. Pure; writing the file is another's work.

import type { Tenths } from '../../domain/hours.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { unconfirmedIn, type SchoolRollUp } from '../../domain/roll-up.ts'
import type { SchoolKind } from '../../domain/school-file.ts'
import type { Sheet } from '../../wire/sheet-rows.ts'
import type { HoursCell, ShapeCell } from '../../wire/sheet-shape.ts'
import { states } from '../text/components.ts'
import { stages } from '../text/policy-words.ts'
import { headlineStateName } from '../text/states.ts'
import { sheetWords as words, summary } from '../text/school-summary.ts'
import { notCountedWords } from './not-counted-words.ts'
import type { PersonLine } from './people-in-order.ts'
import { BYS, hoursLines, ruleLines, totalLine } from './summary-tables.ts'

export interface SheetsOf {
  readonly rollUp: SchoolRollUp
  readonly policy: Policy
  readonly kind: SchoolKind | null
  /** The line that says where, as of when, as known when. */
  readonly above: string
  /** Everybody on the roll; empty for a past day. */
  readonly people: readonly PersonLine[]
  /** Given where several schools are in one table (a 中心校 with its 教学点): each line then says which. */
  readonly schoolName?: ((school: SchoolId) => string) | undefined
}

const hours = (tenths: Tenths): HoursCell => ({ tenths })

export function summarySheets(of: SheetsOf): Sheet[] {
  const above = [of.above]
  const sheets: Sheet[] = [
    { name: words.summary, above, heading: [words.item, words.number], rows: headRows(of.rollUp) },
    {
      name: words.hours,
      above,
      heading: [
        words.kind,
        summary.columns.what,
        summary.columns.people,
        summary.columns.pending,
        summary.columns.recognised,
        summary.columns.counted,
      ],
      rows: hoursRows(of),
    },
    {
      name: words.rules,
      above,
      heading: [words.rule, words.met, words.unmet, words.undetermined],
      rows: ruleLines(of.rollUp, of.policy).map((r) => [r.title, r.met, r.unmet, r.undetermined]),
    },
  ]
  if (of.people.length > 0) {
    const heading = [
      words.name,
      words.staffNumber,
      ...(of.schoolName === undefined ? [] : [words.school]),
      words.subject,
      words.stage,
      words.state,
      words.required,
      words.countedHours,
      words.personUnconfirmed,
      words.recognised,
      words.pending,
      words.short,
    ]
    sheets.push({ name: words.people, above, heading, rows: of.people.map((one) => personRow(one, of.schoolName)) })
  }
  return sheets
}

function headRows(r: SchoolRollUp): ShapeCell[][] {
  return [
    [words.onRoll, r.onRoll],
    [words.counted, r.counted],
    [words.allNotCounted, r.notCounted],
    ...r.reasons.map((one): ShapeCell[] => [words.notCounted(notCountedWords(one)), one.people]),
    ...(['met', 'on-the-way', 'concern', 'unverified'] as const).map((s): ShapeCell[] => [states[headlineStateName[s]], r.states[s]]),
    ...unconfirmedRows(r),
    ...(['school', 'district', 'returned', 'requests'] as const).map((w): ShapeCell[] => [summary.waitingRows[w], r.waiting[w]]),
  ]
}

function unconfirmedRows(r: SchoolRollUp): ShapeCell[][] {
  const { hours: brought, people } = unconfirmedIn(r)
  return people === 0
    ? []
    : [
        [words.unconfirmed, hours(brought)],
        [words.unconfirmedPeople, people],
      ]
}

function hoursRows({ rollUp, policy, kind }: SheetsOf): ShapeCell[][] {
  const total = totalLine(rollUp)
  return [
    [summary.total, '', total.people, hours(total.pending), hours(total.recognised), hours(total.counted)],
    ...BYS.flatMap((by) =>
      hoursLines(rollUp, by, policy, kind).map((l): ShapeCell[] => [
        summary.by[by],
        l.name,
        l.people,
        hours(l.pending),
        hours(l.recognised),
        hours(l.counted),
      ]),
    ),
  ]
}

function personRow({ kept, on }: PersonLine, schoolName: SheetsOf['schoolName']): ShapeCell[] {
  const why = on.notCounted[0]
  const state = why === undefined ? states[headlineStateName[on.state]] : words.notCounted(notCountedWords(why))
  return [
    kept.name,
    kept.staffNumber ?? '',
    ...(schoolName === undefined ? [] : [on.home === null ? '' : schoolName(on.home)]),
    kept.subject ?? '',
    stages[kept.stage],
    state,
    on.required === null ? null : hours(on.required),
    hours(on.counted),
    on.unconfirmed === 0 ? null : hours(on.unconfirmed),
    hours(on.totals.recognised),
    hours(on.totals.pending),
    hours(on.short),
  ]
}
