// A small district for the tests of verbs: a 中心校 with a one-person 教学点 below it, and a school of its own beside them.

import { day } from '../../../src/domain/day.ts'
import { emptyDocument, type Document, type Row, type Subject } from '../../../src/domain/document.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { decidedFields, type Entry } from '../../../src/domain/entry.ts'
import type { DistrictId, OpId, PersonId, RowId, SchoolId } from '../../../src/domain/ids.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { yuzhong } from '../../../src/domain/policy/packs/yuzhong.ts'
import { eachPart } from '../../../src/domain/policy/parts.ts'
import type { LevelRule, Policy } from '../../../src/domain/policy/policy.ts'
import type { ActivityInfo, Reference, RoleHolder, SchoolInfo } from '../../../src/domain/reference.ts'
import { entryAt } from '../../../src/domain/verbs/decision.ts'
import '../../../src/domain/verbs/all-verbs.ts'
import { runVerb } from '../../../src/domain/verbs/register.ts'
import type { Outcome } from '../../../src/domain/verbs/verb.ts'
import { shortHash } from '../../../src/wire/canonical.ts'

export const TODAY = day('2026-03-10')
export const CENTRAL = 'central' as SchoolId
export const POINT = 'point' as SchoolId
export const OTHER = 'other' as SchoolId
export const DISTRICT = 'yuzhong' as DistrictId

export const NAMES = {
  tao: '陶老师',
  lin: '林老师',
  wu: '吴专干',
  wei: '魏专干',
  zhou: '周校长',
  he: '何专干',
  du: '杜老师',
  dan: '但老师',
  an: '安老师',
  auditor: '督学',
  outsider: '路人',
} as const
export type Who = keyof typeof NAMES
export const id = (who: Who): PersonId => who as string as PersonId

const school = (at: SchoolId, name: string, kind: SchoolInfo['kind'], parent: SchoolId | null): SchoolInfo => ({
  id: at,
  name,
  code: at,
  kind,
  place: 'rural',
  stage: 'primary',
  parent,
})
const role = (who: Who, what: RoleHolder['role'], at: RoleHolder['at']): RoleHolder => ({
  person: id(who),
  name: NAMES[who],
  role: what,
  at,
  from: day('2024-09-01'),
  to: null,
})
export const atSchool = (s: SchoolId): RoleHolder['at'] => ({ kind: 'school', id: s })
export const atDistrict: RoleHolder['at'] = { kind: 'district', id: DISTRICT }

const level = (name: LevelRule['level'], decides: LevelRule['decides'], grantedBy: LevelRule['grantedBy']): LevelRule => ({
  level: name,
  name,
  decides,
  grantedBy,
  exportCode: null,
  source: { document: '试', number: null, quote: null },
  mark: 'assumed',
  routeMark: 'assumed',
  exportMark: 'assumed',
})

/** 校本: the school decides and grants; 区级: the school passes, the district decides; 国家级: the district alone. */
const policy = {
  version: '1',
  district: { code: '500103', name: '渝中区' },
  rules: [],
  words: {},
  settings: policyFor('500103')?.settings,
  parts: { ...eachPart(() => []), ...yuzhong.parts },
  levels: [
    level('school', ['school'], ['school', 'district']),
    level('district', ['school', 'district'], ['district']),
    level('nation', ['district'], []),
  ],
} as unknown as Policy

export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const ACTIVITY = uuid(900) as RowId
export const DISTRICT_ACTIVITY = uuid(901) as RowId
export const OTHER_ACTIVITY = uuid(902) as RowId
const activity = (row: RowId, at: ActivityInfo['at'], lvl: ActivityInfo['level']): ActivityInfo => ({
  id: row,
  at,
  title: '九月校本研修',
  titles: [],
  organiser: '中心校',
  level: lvl,
  mode: 'school-based',
  tags: ['教研'],
  project: null,
  first: day('2025-09-05'),
  last: day('2025-09-05'),
  hours: 40 as ActivityInfo['hours'],
  way: 'roster',
})

export const REFERENCE: Reference = {
  district: DISTRICT,
  districtName: '渝中区',
  policy,
  schools: [
    school(CENTRAL, '中心校', 'central', null),
    school(POINT, '教学点', 'teaching-point', CENTRAL),
    school(OTHER, '外校', 'primary', null),
  ],
  roles: [
    role('wu', 'officer', atSchool(CENTRAL)),
    role('wei', 'officer', atSchool(CENTRAL)),
    role('zhou', 'principal', atSchool(CENTRAL)),
    role('he', 'officer', atSchool(OTHER)),
    role('du', 'district-officer', atDistrict),
    role('dan', 'district-officer', atDistrict),
    role('an', 'admin', atDistrict),
    role('auditor', 'auditor', atDistrict),
  ],
  activities: [
    activity(ACTIVITY, atSchool(CENTRAL), 'school'),
    activity(DISTRICT_ACTIVITY, atDistrict, 'district'),
    activity(OTHER_ACTIVITY, atSchool(OTHER), 'school'),
  ],
}

export const IDENTITY = {
  name: '陶静',
  initials: ['tj'],
  staffNumber: 'J001',
  sex: 'female',
  subject: '语文',
  stage: 'primary',
  employment: 'permanent',
  category: 'full-time',
  workedSince: null,
} as const

export const TRAINING = {
  title: '统编教材研修',
  organiser: '进修学院',
  level: 'school',
  mode: 'face-to-face',
  tags: [],
  activity: null,
  project: null,
  first: '2025-10-08',
  last: '2025-10-08',
  hours: '4',
  credits: null,
  attendance: null,
  result: null,
} as const
export const CLAIM = { ...TRAINING, evidence: [], lateReason: null, replaces: null } as const

let made = 1000
export const nextOp = (): OpId => uuid(made++) as OpId

export interface How {
  readonly base?: string | null
  readonly op?: OpId
  readonly today?: string
  readonly minute?: string
  readonly reference?: Reference
  readonly version?: number
  readonly postsAfter?: () => number
}

/** Someone does something: the outcome, whatever it is. */
export function attempt(who: Who, verb: string, document: Document, args: unknown, how: How = {}): Outcome {
  return runVerb(verb, how.version ?? 1, document, args, {
    op: how.op ?? nextOp(),
    actor: { id: id(who), name: NAMES[who] },
    subject: document.subject,
    today: day(how.today ?? TODAY),
    minute: how.minute ?? '10:00',
    saidAt: `${how.today ?? TODAY}T10:00`,
    reference: how.reference ?? REFERENCE,
    base: how.base ?? null,
    hash: shortHash,
    ...(how.postsAfter === undefined ? {} : { postsAfter: how.postsAfter }),
  })
}

/** Someone does something that is expected to take effect: the document after it. */
export function done(who: Who, verb: string, document: Document, args: unknown, how: How = {}): Document {
  const outcome = attempt(who, verb, document, args, how)
  if (outcome.is !== 'applied' && outcome.is !== 'adjusted') throw new Error(`${who} ${verb}: ${JSON.stringify(outcome)}`)
  return outcome.document
}

export const codeOf = (outcome: Outcome): string => (outcome.is === 'refused' ? outcome.code : outcome.is)

const teacher = (who: Who): Subject => ({ kind: 'teacher', id: id(who) })

/** The dossier of someone whose home post is at a school since 2024. */
export function dossier(who: Who, at: SchoolId): Document {
  return done('du', 'enrol-person', emptyDocument<Row>(teacher(who)), {
    identity: { ...IDENTITY, name: NAMES[who] },
    home: { row: nextOp(), school: at, from: '2024-09-01' },
  })
}
export const schoolFile = (at: SchoolId): Document => emptyDocument<Row>({ kind: 'school', id: at })
export const districtFile = (): Document => emptyDocument<Row>({ kind: 'district', id: DISTRICT })

export function entryIn(document: Document, row: string): Entry {
  const entry = entryAt(document, row as RowId)
  if (entry === null) throw new Error('no such entry')
  return entry
}
export const baseOf = (document: Document, row: string): string => shortHash(decidedFields(entryIn(document, row)))

/** A dossier with one claim in it, and the claim's row. */
export function withClaim(who: Who, at: SchoolId, training: Readonly<Record<string, unknown>> = {}): { doc: Document; row: string } {
  const row = nextOp()
  return { doc: done(who, 'claim-hours', dossier(who, at), { ...CLAIM, ...training }, { op: row }), row }
}

export const accept = (row: string, hours = '4') => ({ row, hours, credits: null, note: '' })
export const asDossier = (document: Document): Dossier => document as Dossier
