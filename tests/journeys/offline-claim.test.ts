// A teacher without a network records hours; they reach the officer and come back recognised, and everything agrees.

import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../src/domain/day.ts'
import { formatTenths } from '../../src/domain/hours.ts'
import type { PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import { readStanding } from '../../src/domain/evaluate/standing.ts'
import { act } from '../../src/storage/act.ts'
import { actMany } from '../../src/storage/act-many.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { read } from '../../src/storage/phone.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { visibleReference } from '../../src/storage/visible.ts'
import { storyPhone, type StoryPhone } from './phone.ts'
import { claim, world, type World } from './world.ts'

const today = '2026-09-20' as Day
let w: World
let school: SchoolId
let tao: PersonId
let wu: PersonId
let colleagues: PersonId[]
let teacher: StoryPhone
let officer: StoryPhone

beforeAll(async () => {
  w = await world()
  school = await w.school('人和街小学')
  tao = await w.teacher('陶静', school)
  wu = await w.teacher('吴敏', school)
  colleagues = []
  for (let i = 0; i < 12; i += 1) colleagues.push(await w.teacher(`老师${i}`, school))
  await w.role(wu, '吴敏', 'officer', { kind: 'school', id: school })
  teacher = await storyPhone(w, tao, '陶静')
  officer = await storyPhone(w, wu, '吴敏')
})
afterAll(async () => {
  teacher.close()
  officer.close()
  await w.close()
})

const subject = { kind: 'teacher', id: '' as PersonId } as const
const dossier = (id: PersonId) => ({ ...subject, id })
const recorded = (): Record<string, unknown> => {
  const { replaces: _, ...rest } = claim({ level: 'school' })
  return { ...rest, evidence: [{ is: 'paper-at-school' }], originalSeen: true }
}
const entries = async (of: StoryPhone, id: PersonId) => (await dossierView(of.phone, id, today))?.entries ?? []

test('the first sync brings a teacher one dossier in less than 60 KB, an officer the whole school', async () => {
  expect((await teacher.sync()).outcome).toEqual({ is: 'all-synced' })
  expect((await officer.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(teacher.received.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(60 * 1024)
  expect((await allStandings(teacher.phone)).map((one) => one.name)).toEqual(['陶静'])
  expect(await allStandings(officer.phone)).toHaveLength(14)
})

test('what she saved offline survives the app being killed, and an answer lost on the way counts it once', async () => {
  const acted = await act(teacher.phone, { verb: 'claim-hours', subject: dossier(tao), args: claim({ level: 'school', title: '读书会' }) })
  expect(acted.is).toBe('saved')
  await teacher.reopen()
  expect((await entries(teacher, tao)).map((one) => one.local)).toEqual(['on-this-phone'])
  teacher.network.push('request-lost', 'answer-lost')
  expect((await teacher.sync()).outcome).toEqual({ is: 'not-connected', why: 'unreachable' })
  expect((await teacher.sync()).outcome).toEqual({ is: 'not-connected', why: 'unreachable' })
  expect((await teacher.sync()).outcome).toEqual({ is: 'all-synced' })
  const found = await entries(teacher, tao)
  expect(found.map((one) => [one.local, one.entry.state, one.entry.facts.length])).toEqual([['at-server', 'pending-school', 1]])
})

test('the officer accepts it offline; the teacher sees it recognised, and the standing on both phones says the same', async () => {
  await officer.sync()
  const [waiting] = await entries(officer, tao)
  expect(waiting?.entry.training.title).toBe('读书会')
  const yes = await act(officer.phone, {
    verb: 'accept-claim',
    subject: dossier(tao),
    args: { row: waiting?.entry.id, hours: '3.5', credits: null, note: '' },
  })
  expect(yes.is).toBe('saved')
  expect((await officer.sync()).outcome).toEqual({ is: 'all-synced' })
  expect((await teacher.sync('all')).outcome).toEqual({ is: 'all-synced' })
  const [entry] = await entries(teacher, tao)
  expect([entry?.entry.state, entry?.entry.recognised]).toEqual(['recognised', 35])
  const [mine] = await allStandings(teacher.phone)
  const theirs = (await allStandings(officer.phone)).find((one) => one.person === tao)
  expect(mine).toEqual(theirs)
})

test('one activity and everyone except the absent is one save offline, and arrives whole', async () => {
  const absent = colleagues.slice(0, 2)
  const acted = await actMany(
    officer.phone,
    {
      verb: 'register-activity',
      subject: { kind: 'school', id: school },
      args: {
        title: '九月校本研修',
        organiser: '人和街小学',
        level: 'school',
        mode: 'school-based',
        tags: [],
        project: null,
        first: '2026-09-18',
        last: '2026-09-18',
        hours: '4',
        way: 'roster',
        expected: [tao, ...colleagues],
        absent,
      },
    },
    (activity: RowId) =>
      [tao, ...colleagues]
        .filter((one) => absent.indexOf(one) < 0)
        .map((one) => ({
          verb: 'grant-hours',
          subject: dossier(one),
          args: { activity, hours: null, attendance: null, result: null },
        })),
  )
  if (acted.is !== 'saved') throw new Error(JSON.stringify(acted))
  expect([acted.ops.length, acted.skipped]).toEqual([11, []])
  expect((await officer.sync()).outcome).toEqual({ is: 'all-synced' })
  await teacher.sync()
  expect(
    (await entries(teacher, tao)).map((one) => [one.entry.training.title, formatTenths(one.entry.recognised ?? one.entry.claimed)]),
  ).toEqual([
    ['九月校本研修', '4'],
    ['读书会', '3.5'],
  ])
  const reference = await read(teacher.phone, (database) => visibleReference(teacher.phone, database))
  const [standing] = await allStandings(teacher.phone)
  if (reference === null || standing === undefined) throw new Error('not synced')
  expect(readStanding(standing, reference.value.policy, today).person).toBe(tao)
})

test('an officer who decides on her own claim is told at once, and nothing is sent', async () => {
  const own = await act(officer.phone, { verb: 'claim-hours', subject: dossier(wu), args: claim({ level: 'school' }) })
  if (own.is !== 'saved') throw new Error('not saved')
  const yes = await act(officer.phone, {
    verb: 'accept-claim',
    subject: dossier(wu),
    args: { row: own.op, hours: '4', credits: null, note: '' },
  })
  expect(yes).toEqual({ is: 'refused', code: 'claim.own-decision', field: null })
  expect((await read(officer.phone, outboxView)).pending.map((one) => one.op)).toEqual([own.op])
  expect((await officer.sync()).outcome).toEqual({ is: 'all-synced' })
})

test('a teacher whose post ended elsewhere goes from the officer’s phone, after what was pending is answered', async () => {
  const [gone] = colleagues
  if (gone === undefined) throw new Error('no colleague')
  const dossierOfGone = await dossierView(officer.phone, gone, today)
  const post = dossierOfGone?.home
  await w.act(dossier(gone), 'end-post', { row: post?.id, to: '2026-09-19', reason: 'left-district', note: '' })
  const acted = await act(officer.phone, { verb: 'record-for', subject: dossier(gone), args: recorded() })
  expect(acted.is).toBe('saved')
  const synced = await officer.sync()
  expect([synced.dropped, synced.outcome.is]).toEqual([[`teacher:${gone}`], 'synced'])
  expect(await dossierView(officer.phone, gone, today)).toBeNull()
  expect((await read(officer.phone, outboxView)).refusals.map((one) => one.result)).toEqual([
    { is: 'refused', code: 'verb.not-allowed', field: null },
  ])
})

test('a second sync moves nothing, and costs less than a kilobyte', async () => {
  await teacher.sync()
  teacher.sent.length = 0
  expect((await teacher.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(teacher.sent.map((one) => one.length < 1_024)).toEqual([true])
  expect(w.failures).toEqual([])
})
