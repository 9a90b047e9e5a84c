// One act per verb and kind of document, each with arguments that would take effect for whoever has the right, and what it needs
// beforehand. Who has the right is not written here: it is read from the verbs' own declarations.

import { sql } from 'kysely'
import type { Subject } from '../../src/domain/document.ts'
import { decidedFields, entryOf } from '../../src/domain/entry.ts'
import type { HoursRow } from '../../src/domain/dossier.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { VerbName } from '../../src/domain/verbs/register.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import { rowFrom } from '../../src/server/store/database.ts'
import { rowFromText } from '../../src/wire/document-text.ts'
import type { RowText } from '../../src/wire/sync.ts'
import { schoolBased } from '../journeys/phones.ts'
import { HISTORY_CASES } from './history/cases.ts'
import { policyCases } from './policy-cases.ts'
import { claim, type Device, type World } from '../journeys/world.ts'
import { registrationCases } from './registration-cases.ts'
import { rotationCases } from './rotation-cases.ts'
import { YEAR_REVIEW_CASES } from './year-review-cases.ts'
import { growthCases, madeAtPoint } from './growth-cases.ts'
import { tierCases } from './tier-cases.ts'

export interface Place {
  readonly w: World
  readonly point: SchoolId
  readonly central: SchoolId
  readonly teacher: PersonId
  /** Devices of those who prepare: the teacher, the officer of the school, an officer of the district. */
  readonly own: Device
  readonly officer: Device
  readonly district: Device
}

export interface Ready {
  readonly subject: Subject
  readonly args: Record<string, unknown>
  readonly base?: string
}

export interface Case {
  readonly verb: VerbName
  readonly kind: Subject['kind']
  ready(place: Place): Promise<Ready>
}

export const dossier = (place: Place): Subject => ({ kind: 'teacher', id: place.teacher })
export const school = (place: Place): Subject => ({ kind: 'school', id: place.point })
export const district = (place: Place): Subject => ({ kind: 'district', id: place.w.district })

export async function done(
  device: Device,
  subject: Subject,
  verb: string,
  args: Record<string, unknown>,
  base: string | null = null,
): Promise<string> {
  const op = device.op(subject, verb, args, { base })
  const { results } = await device.sync([op])
  const result = results[0]?.result
  if (result?.is !== 'applied' && result?.is !== 'adjusted') throw new Error(`${verb} to make ready: ${JSON.stringify(result)}`)
  return op.content.op
}

/** Somebody of the 中心校: nobody is a guest at their own school. */
async function guest(p: Place): Promise<Subject> {
  const person = await p.w.teacher('借来的', p.central)
  madeAtPoint.push(person)
  return { kind: 'teacher', id: person }
}

/** What is seen of a row now, as a page would send it. Of this row alone: the dossier of so many cases is long. */
async function seen({ w }: Place, row: string): Promise<string> {
  const text = await rowFrom(w.db, sql<RowText>`select id, kind, content from document_row where id = ${row}`)
  const entry = text === null ? null : entryOf(rowFromText(text) as HoursRow)
  if (entry === null) throw new Error(`no row ${row}`)
  return shortHash(decidedFields(entry))
}

const atSchool = { level: 'school', mode: 'school-based', organiser: '云台教学点' }
const claimed = (place: Place): Promise<string> => done(place.own, dossier(place), 'claim-hours', claim(atSchool))
const yes = { hours: '4', credits: null, note: '' }
async function recognised(place: Place): Promise<string> {
  const row = await claimed(place)
  await done(place.officer, dossier(place), 'accept-claim', { row, ...yes }, await seen(place, row))
  return row
}
export const onRow = async (place: Place, row: string, args: Record<string, unknown> = {}): Promise<Ready> => ({
  subject: dossier(place),
  args: { row, ...args },
  base: await seen(place, row),
})
const { replaces: _replaces, ...form } = claim(atSchool)
const activity = (): Record<string, unknown> => schoolBased({ title: '九月校本研修' })
const districtActivity = (): Record<string, unknown> => schoolBased({ title: '区级培训', level: 'district', mode: 'face-to-face' })
const paused = (place: Place): Promise<string> =>
  done(place.officer, dossier(place), 'begin-pause', { kind: 'sick', from: earlierDay(), until: null })

/** Each time another one, so that no setting is as it was before. */
let numbers = 48
const anotherNumber = (): string => {
  numbers += 1
  return String(numbers)
}

/** Each time a day earlier, so that no pause or post is covered by one before. */
let days = 0
const earlierDay = (): string => {
  days += 1
  return new Date(Date.UTC(2026, 7, 30) - days * 86_400_000).toISOString().slice(0, 10)
}

/** What other nouns' verbs need stands in their own files, one line a noun: its cases, made from a place. */
const OF_NOUNS: readonly Case[] = [
  ...registrationCases,
  ...policyCases,
  ...rotationCases,
  ...HISTORY_CASES,
  ...tierCases,
  ...growthCases,
  ...YEAR_REVIEW_CASES,
]

export const CASES: readonly Case[] = [
  ...OF_NOUNS,
  { verb: 'claim-hours', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: claim() }) },
  { verb: 'amend-claim', kind: 'teacher', ready: async (p) => onRow(p, await claimed(p), { ...form, title: '改过的' }) },
  { verb: 'withdraw-claim', kind: 'teacher', ready: async (p) => onRow(p, await claimed(p)) },
  { verb: 'accept-claim', kind: 'teacher', ready: async (p) => onRow(p, await claimed(p), yes) },
  { verb: 'return-claim', kind: 'teacher', ready: async (p) => onRow(p, await claimed(p), { reason: '请补证书' }) },
  { verb: 'request-correction', kind: 'teacher', ready: async (p) => onRow(p, await recognised(p), { reason: '应为 6 学时' }) },
  { verb: 'see-originals', kind: 'teacher', ready: async (p) => ({ subject: dossier(p), args: { rows: [await claimed(p)], note: '' } }) },
  { verb: 'reverse-entry', kind: 'teacher', ready: async (p) => onRow(p, await recognised(p), { reason: '重复' }) },
  {
    verb: 'answer-correction',
    kind: 'teacher',
    async ready(p) {
      const row = await recognised(p)
      const request = await done(p.own, dossier(p), 'request-correction', { row, reason: '应为 6 学时' })
      return onRow(p, row, { request, hours: '6', reason: '已核对' })
    },
  },
  {
    verb: 'appeal-correction',
    kind: 'teacher',
    async ready(p) {
      const row = await recognised(p)
      const request = await done(p.own, dossier(p), 'request-correction', { row, reason: '应为 6 学时' })
      const answer = await done(
        p.officer,
        dossier(p),
        'answer-correction',
        { row, request, hours: null, reason: '已核对' },
        await seen(p, row),
      )
      return { subject: dossier(p), args: { row, answer, reason: '签到表写的是 6 学时' } }
    },
  },
  {
    verb: 'revoke-decision',
    kind: 'teacher',
    async ready(p) {
      const row = await claimed(p)
      const decision = await done(p.officer, dossier(p), 'accept-claim', { row, ...yes }, await seen(p, row))
      return onRow(p, row, { decision })
    },
  },
  {
    verb: 'grant-hours',
    kind: 'teacher',
    ready: async (p) => ({
      subject: dossier(p),
      args: { activity: await done(p.officer, school(p), 'register-activity', activity()), hours: null, attendance: null, result: null },
    }),
  },
  { verb: 'record-for', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: { ...form, originalSeen: true } }) },
  {
    verb: 'correct-person',
    kind: 'teacher',
    ready: (p) => Promise.resolve({ subject: dossier(p), args: { changes: { subject: `学科${p.w.uuid().slice(0, 8)}` }, reason: '更正' } }),
  },
  {
    verb: 'begin-pause',
    kind: 'teacher',
    ready: (p) => Promise.resolve({ subject: dossier(p), args: { kind: 'maternity', from: earlierDay(), until: null } }),
  },
  {
    verb: 'end-pause',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await paused(p), from: null, to: '2026-09-15' } }),
  },
  {
    verb: 'cancel-pause',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await paused(p), reason: '记错了' } }),
  },
  {
    verb: 'start-post',
    kind: 'teacher',
    ready: (p) => Promise.resolve({ subject: dossier(p), args: { school: p.central, kind: 'visiting', from: earlierDay() } }),
  },
  {
    verb: 'end-post',
    kind: 'teacher',
    ready: async (p) => {
      const subject = await guest(p)
      return {
        subject,
        args: {
          row: await done(p.district, subject, 'start-post', { school: p.point, kind: 'seconded', from: earlierDay() }),
          to: '2099-01-01',
          reason: 'returned',
          note: '',
        },
      }
    },
  },
  { verb: 'register-activity', kind: 'school', ready: (p) => Promise.resolve({ subject: school(p), args: activity() }) },
  {
    verb: 'cancel-activity',
    kind: 'school',
    ready: async (p) => ({
      subject: school(p),
      args: { row: await done(p.officer, school(p), 'register-activity', activity()), reason: '没有开' },
    }),
  },
  {
    verb: 'join-activity',
    kind: 'school',
    ready: async (p) => ({
      subject: school(p),
      args: { row: await done(p.officer, school(p), 'register-activity', activity()), titles: ['校本研修(九月)'] },
    }),
  },
  {
    verb: 'change-school',
    kind: 'school',
    ready: (p) => Promise.resolve({ subject: school(p), args: { changes: { name: `云台教学点 ${p.w.uuid().slice(0, 8)}` } } }),
  },
  { verb: 'grant-role', kind: 'school', ready: (p) => Promise.resolve({ subject: school(p), args: someone(p, 'officer') }) },
  {
    verb: 'end-role',
    kind: 'school',
    ready: async (p) => ({
      subject: school(p),
      args: { row: await done(p.district, school(p), 'grant-role', someone(p, 'officer')), to: '2026-09-19' },
    }),
  },
  { verb: 'register-activity', kind: 'district', ready: (p) => Promise.resolve({ subject: district(p), args: districtActivity() }) },
  {
    verb: 'cancel-activity',
    kind: 'district',
    ready: async (p) => ({
      subject: district(p),
      args: { row: await done(p.district, district(p), 'register-activity', districtActivity()), reason: '没有开' },
    }),
  },
  {
    verb: 'join-activity',
    kind: 'district',
    ready: async (p) => ({
      subject: district(p),
      args: { row: await done(p.district, district(p), 'register-activity', districtActivity()), titles: ['区级培训(九月)'] },
    }),
  },
  { verb: 'grant-role', kind: 'district', ready: (p) => Promise.resolve({ subject: district(p), args: someone(p, 'auditor') }) },
  {
    verb: 'set-setting',
    kind: 'district',
    ready: (p) =>
      Promise.resolve({
        subject: district(p),
        args: { key: 'inviteHours', value: anotherNumber(), from: '2026-09-01', source: '区教委通知' },
      }),
  },
  {
    verb: 'close-school',
    kind: 'school',
    ready: async (p) => {
      const fresh = { kind: 'school', id: p.w.uuid() as SchoolId } as const
      await done(p.district, fresh, 'open-school', {
        name: '要撤并的学校',
        code: 'N2',
        kind: 'primary',
        place: 'urban',
        stage: 'primary',
        parent: null,
        from: '2026-09-01',
      })
      return { subject: fresh, args: { to: '2026-12-31', reason: '布局调整' } }
    },
  },
  {
    verb: 'open-school',
    kind: 'school',
    ready: (p) =>
      Promise.resolve({
        subject: { kind: 'school', id: p.w.uuid() as SchoolId },
        args: { name: '新学校', code: 'N1', kind: 'primary', place: 'urban', stage: 'primary', parent: null, from: '2026-09-01' },
      }),
  },
]

const someone = (p: Place, role: string): Record<string, unknown> => ({
  person: p.w.uuid(),
  personName: '某人',
  role,
  from: '2026-09-01',
  to: null,
})
