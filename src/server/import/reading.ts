// What reading a roster gives: rows with plain values, and findings about them. No row is ever dropped in silence.
// The national ID number stands in a row only, in memory, for the keyed hash; never in a finding, a column sample or a log.

import type { Day } from '../../domain/day.ts'
import type { Employment, PauseKind, PostEndReason, Stage, StaffCategory } from '../../domain/dossier.ts'

export type Severity = 'error' | 'warning' | 'notice'

/** An error blocks its row; a warning asks for a look; a notice says how something was understood. */
export const FINDING_SEVERITY = {
  'name.empty': 'error',
  'name.odd-characters': 'warning',
  'staff-number.duplicate': 'error',
  'staff-number.is-id-number': 'error',
  'id.check-digit': 'error',
  'id.fifteen-digits': 'error',
  'id.wrong-length': 'error',
  'id.no-such-birthday': 'error',
  'id.digits-lost': 'error',
  'id.duplicate': 'error',
  'id.other-document': 'warning',
  'date.unreadable': 'error',
  'date.in-future': 'error',
  'date.soon': 'warning',
  'date.year-only': 'warning',
  'date.january-or-october': 'warning',
  'date.chinese-numerals': 'notice',
  'date.serial-number': 'notice',
  'date.joined-before-work': 'warning',
  'date.left-before-joined': 'error',
  'phone.not-mobile': 'warning',
  'sex.unknown': 'warning',
  'sex.differs-from-id': 'warning',
  'employment.unknown': 'warning',
  'category.unknown': 'warning',
  'stage.unknown': 'warning',
  'status.unknown': 'warning',
  'status.to-be-verified': 'notice',
  'status.pause-undated': 'notice',
  'left.without-day': 'warning',
  'left.far-ahead': 'notice',
  'person.maybe-same': 'warning',
  'text.too-long': 'error',
  'cell.formula': 'notice',
  'school.not-given': 'error',
  'school.other-than-given': 'error',
  'school.name-differs': 'warning',
  'sheet.another-roster': 'warning',
  'match.points-to-two': 'error',
  'match.already-taken': 'error',
  'match.at-another-school': 'warning',
  'match.former-name': 'notice',
  'match.back-without-day': 'notice',
  'match.left-and-unknown': 'warning',
  'match.move-needs-district': 'error',
  'about.missing': 'error',
  'about.unreadable': 'error',
  'amount.empty': 'error',
  'amount.negative': 'error',
  'amount.two-places': 'error',
  'amount.unreadable': 'error',
  'amount.says-credits': 'error',
  'amount.says-hours': 'error',
  'share.unreadable': 'error',
  'share.over-whole': 'error',
  'entry.unknown-person': 'error',
  'entry.many-unknown': 'error',
  'entry.not-yours': 'error',
  'entry.other-name': 'warning',
  'entry.same-line': 'error',
  'entry.joined': 'notice',
  'entry.no-level': 'error',
  'entry.level-unknown': 'error',
  'entry.level-not-used': 'error',
  'entry.mode-unknown': 'warning',
  'opening.own': 'error',
  'opening.no-year': 'error',
  'opening.year-unreadable': 'error',
  'opening.year-not-begun': 'error',
  'opening.school-year-open': 'notice',
  'opening.before-work': 'error',
  'opening.after-leaving': 'error',
  'opening.too-many': 'error',
  'opening.differs': 'warning',
  'opening.was-reversed': 'warning',
  'appraisal.needs-officer': 'error',
  'appraisal.own': 'error',
  'appraisal.no-day': 'error',
  'appraisal.whole-day': 'error',
  'appraisal.no-count': 'error',
  'appraisal.no-result': 'error',
  'appraisal.days-only': 'notice',
  'appraisal.differs': 'warning',
  'project.needs-officer': 'error',
  'project.own': 'notice',
  'project.same-list': 'error',
  'project.differs': 'warning',
  'project.claimed-already': 'warning',
  'project.absent-with-hours': 'error',
  'project.absent-with-credits': 'error',
  'project.too-many-credits': 'error',
  'project.nothing-without-reason': 'error',
  'project.too-many': 'error',
} as const satisfies Record<string, Severity>
export type FindingCode = keyof typeof FINDING_SEVERITY

export interface Finding {
  readonly sheet: string
  /** Spreadsheet row number; the heading's own for what concerns the whole table. */
  readonly row: number
  /** The column's heading without line breaks; empty for what concerns the whole row. */
  readonly column: string
  readonly severity: Severity
  readonly code: FindingCode
  readonly value?: string
}

/** A day as given: 'month' when only year and month were written, then `day` is the first of it. */
export interface GivenDay {
  readonly day: Day
  readonly precise: 'day' | 'month'
}

export type Status =
  | { readonly is: 'active' }
  | { readonly is: 'paused'; readonly kind: PauseKind; readonly from: Day | null; readonly until: Day | null; readonly words: string }
  | { readonly is: 'to-be-verified'; readonly words: string }

export interface Leaving {
  readonly on: GivenDay
  readonly reason: PostEndReason
  readonly words: string
}

/** Null everywhere means: the file says nothing about it, so nothing changes. */
export interface RosterRow {
  readonly row: number
  readonly hasError: boolean
  readonly name: string
  readonly formerNames: readonly string[]
  readonly staffNumber: string | null
  /** Whole, in memory only. */
  readonly idNumber: string | null
  readonly sex: 'female' | 'male' | null
  readonly phone: string | null
  readonly subject: string | null
  readonly stage: Stage | null
  readonly schoolCode: string | null
  readonly schoolName: string | null
  readonly campus: string | null
  readonly employment: Employment | null
  readonly category: StaffCategory | null
  readonly roles: readonly ProposedRole[]
  readonly workedSince: GivenDay | null
  readonly joined: GivenDay | null
  readonly leaving: Leaving | null
  readonly status: Status | null
}
export type ProposedRole = 'principal' | 'officer'

export interface Column {
  readonly index: number
  readonly heading: string
  readonly field: string | null
  /** True where what the column says is used; false for 职称, 民族 … which are known but not kept, and for unknown ones. */
  readonly kept: boolean
  /** Up to three values, so that a person can say what an unknown column is; long numbers are masked. */
  readonly samples: readonly string[]
}

type IgnoredKind =
  | 'instructions-sheet'
  | 'other-sheet'
  | 'empty-sheet'
  | 'title-row'
  | 'unit-row'
  | 'note-row'
  | 'total-row'
  | 'repeated-heading'
  | 'example-row'
export interface Ignored {
  readonly sheet: string
  /** Null for a whole sheet. */
  readonly row: number | null
  readonly what: IgnoredKind
}

export interface RosterReading {
  readonly is: 'roster'
  readonly sheet: string
  readonly headingRow: number
  readonly columns: readonly Column[]
  readonly rows: readonly RosterRow[]
  readonly findings: readonly Finding[]
  readonly ignored: readonly Ignored[]
}

/** Not a roster of people: hours of past years, the name list of one training, or a table nobody recognises. */
export interface NotARoster {
  readonly is: 'not-a-roster'
  readonly code: 'roster.is-hours' | 'roster.is-activity' | 'roster.no-name-column' | 'roster.nobody'
  readonly sheet: string
  readonly headingRow: number | null
  readonly columns: readonly Column[]
}

/** A long run of digits in anything shown may be an ID number: only its end is left. */
export const masked = (text: string): string => text.replace(/\d{11,}(\d{3}[\dXx])/g, '…$1').slice(0, 60)

export function finding(at: { sheet: string; row: number; column: string }, code: FindingCode, value?: string): Finding {
  const base = { sheet: at.sheet, row: at.row, column: at.column, severity: FINDING_SEVERITY[code], code }
  return value === undefined ? base : { ...base, value: masked(value) }
}
