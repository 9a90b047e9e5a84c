// The dossier (专业发展档案) of one teacher: who they are, where they work, pauses, and every hour.
// Only what was said or decided is kept here; states, sums and verdicts are computed from it.
// The national ID number is never part of it.

import type { Day } from './day.ts'
import type { Document, FactBase, Row } from './document.ts'
import type { CreditTenths, Tenths } from './hours.ts'
import type { OpId, RowId, SchoolId } from './ids.ts'

/** 级别. Which of them a district uses, and what it calls them, is in its policy pack. */
export const LEVELS = ['nation', 'city', 'district', 'area', 'school', 'self'] as const
export type Level = (typeof LEVELS)[number]

/** 形式. 'school-based' is 校本研修; 'placement' 跟岗. */
export const MODES = ['face-to-face', 'online', 'blended', 'placement', 'school-based', 'other'] as const
export type Mode = (typeof MODES)[number]

/** 用人形式 */
export const EMPLOYMENTS = ['permanent', 'contract', 'substitute', 'dispatched', 'rehired', 'private', 'intern', 'unknown'] as const
export type Employment = (typeof EMPLOYMENTS)[number]

/** 教职工类别: 专任 职员 工勤 保育 */
export const STAFF_CATEGORIES = ['full-time', 'administrative', 'worker', 'carer', 'unknown'] as const
export type StaffCategory = (typeof STAFF_CATEGORIES)[number]

/** 任教学段 */
export const STAGES = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special', 'unknown'] as const
export type Stage = (typeof STAGES)[number]

export interface Identity {
  readonly name: string
  /** Initials for search, made by the server ('qls'); every reading of a surname that has several. */
  readonly initials: readonly string[]
  readonly staffNumber: string | null
  readonly sex: 'female' | 'male' | 'unknown'
  readonly subject: string | null
  readonly stage: Stage
  readonly employment: Employment
  readonly category: StaffCategory
  /** 参加工作时间 */
  readonly workedSince: Day | null
}

/** `identified` starts the row; `corrected` (correct-person) carries only what changes. A changed name stays as 曾用名. */
export type PersonFact =
  | (FactBase & { readonly what: 'identified' } & Identity)
  | (FactBase & { readonly what: 'corrected'; readonly changes: Partial<Identity>; readonly reason: string })

/** 任职: at which school, whether 人事关系 lies there, in which way. One row a post. */
export const POST_KINDS = ['home', 'rotation', 'visiting', 'seconded', 'placement'] as const
export type PostKind = (typeof POST_KINDS)[number]
export const POST_END_REASONS = ['transferred', 'retired', 'resigned', 'left-district', 'returned', 'mistake', 'other'] as const
export type PostEndReason = (typeof POST_END_REASONS)[number]

export type PostFact =
  | (FactBase & { readonly what: 'started'; readonly school: SchoolId; readonly post: PostKind; readonly from: Day })
  | (FactBase & { readonly what: 'ended'; readonly to: Day; readonly reason: PostEndReason; readonly note: string })

/** 暂停: maternity and sick leave, aid posts … `from` null when a list names no day (待核实). */
export const PAUSE_KINDS = ['maternity', 'sick', 'study', 'secondment', 'aid', 'other'] as const
export type PauseKind = (typeof PAUSE_KINDS)[number]

export type PauseFact =
  | (FactBase & { readonly what: 'began'; readonly pause: PauseKind; readonly from: Day | null; readonly until: Day | null })
  | (FactBase & { readonly what: 'ended'; readonly from: Day | null; readonly to: Day })
  | (FactBase & { readonly what: 'cancelled'; readonly reason: string })

/** 证明材料: a file by the hash of its bytes, or in words where it is. */
export type Evidence =
  | { readonly is: 'file'; readonly hash: string; readonly type: string; readonly bytes: number }
  | { readonly is: 'paper-at-school' }
  | { readonly is: 'roster' }
  | { readonly is: 'later' }

/** What an entry says of the training itself. Hours and credits may both stand, as printed on the certificate. */
export interface Training {
  readonly title: string
  readonly organiser: string
  readonly level: Level
  readonly mode: Mode
  readonly tags: readonly string[]
  /** The activity it belongs to (a row of a school's or the district's file), else null. */
  readonly activity: RowId | null
  readonly project: string | null
  readonly first: Day
  readonly last: Day
  readonly hours: Tenths
  readonly credits: CreditTenths | null
  /** Share attended in thousandths, and the result as printed, where they are known. */
  readonly attendance: number | null
  readonly result: string | null
  /** The day of the certificate, where one names another than the training's own days: hours belong to these, never to it. */
  readonly certifiedOn?: Day
}

/** Where in its way a decision stands: at the school, or at the district. */
export type Step = 'school' | 'district'

/** What someone decided who had lost the right to it when it arrived: for whoever has it now (domain/proposals.ts). */
export type Proposal =
  | { readonly act: 'accept'; readonly hours: Tenths; readonly credits: CreditTenths | null; readonly note: string }
  | { readonly act: 'return'; readonly reason: string }
  | { readonly act: 'answer'; readonly request: OpId; readonly hours: Tenths | null; readonly reason: string }

/**
 * `granted` issues hours by roster, recognised at once. `recorded` is 代录 from paper whose original was seen.
 * `passed` is the school's yes where the district decides; `accepted` recognises. `revoked` takes back the decision named.
 */
export type HoursFact =
  | (FactBase & { readonly what: 'granted' } & Training)
  | (FactBase & { readonly what: 'claimed'; readonly evidence: readonly Evidence[]; readonly lateReason: string | null } & Training)
  | (FactBase & { readonly what: 'recorded'; readonly evidence: readonly Evidence[]; readonly lateReason: string | null } & Training)
  | (FactBase & { readonly what: 'amended'; readonly evidence: readonly Evidence[]; readonly lateReason: string | null } & Training)
  | (FactBase & { readonly what: 'withdrawn' })
  | (FactBase & { readonly what: 'passed'; readonly hours: Tenths; readonly credits: CreditTenths | null; readonly note: string })
  | (FactBase & {
      readonly what: 'accepted'
      readonly step: Step
      readonly hours: Tenths
      readonly credits: CreditTenths | null
      readonly note: string
    })
  | (FactBase & { readonly what: 'returned'; readonly step: Step; readonly reason: string })
  | (FactBase & { readonly what: 'revoked'; readonly decision: OpId })
  /** `appeals`: the school's answer that the district is asked to look at, once. */
  | (FactBase & { readonly what: 'correction-requested'; readonly reason: string; readonly appeals?: OpId })
  | (FactBase & { readonly what: 'correction-answered'; readonly request: OpId; readonly hours: Tenths | null; readonly reason: string })
  | (FactBase & { readonly what: 'reversed'; readonly reason: string })
  /** 已验原件: someone of the school or the district held the original in hand. It decides nothing. */
  | (FactBase & { readonly what: 'originals-seen'; readonly note: string })
  | (FactBase & { readonly what: 'proposed'; readonly proposal: Proposal })

export type PersonRow = Row<'person', PersonFact>
export type PostRow = Row<'post', PostFact>
export type PauseRow = Row<'pause', PauseFact>
export type HoursRow = Row<'hours', HoursFact>
export type DossierRow = PersonRow | PostRow | PauseRow | HoursRow
export type Dossier = Document<DossierRow>
