// Handover and standing in: a role lent for a time and its queue, a day on which nobody is left at the desk, the district acting for a
// school, and someone who retires and keeps what is theirs.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { postsOf } from '../../src/domain/person.ts'
import { givable } from '../../src/app/district/role-giving.ts'
import { monthParts } from '../../src/app/school/month-page.ts'
import { rolesOfSession, standInRole } from '../../src/app/stores/roles.ts'
import { hoursInWindow } from '../../src/domain/evaluate/hours-in-window.ts'
import { cycleShownOn } from '../../src/domain/evaluate/window.ts'
import { policyFor } from '../../src/domain/policy/packs/policy-for.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { Reference } from '../../src/domain/reference.ts'
import type { SessionInfo } from '../../src/wire/session.ts'
import { formatTenths } from '../../src/domain/hours.ts'
import { dossierOf, fileOf, phoneOf, schoolBased, todayIn, type PhoneInHand } from './phones.ts'
import { claim, world, type World } from './world.ts'

const policy = policyFor('500103')
if (policy === null) throw new Error('no pack')
const DAY = 86_400_000
let w: World
let school: SchoolId
let qin: PersonId
let old: PersonId
let fresh: PersonId
let hers: PhoneInHand
let first: PhoneInHand
let second: PhoneInHand
let principal: PhoneInHand
let district: PhoneInHand

beforeAll(async () => {
  w = await world()
  school = await w.school('实验小学')
  qin = await w.teacher('覃老师', school)
  old = await w.teacher('吴专干', school)
  fresh = await w.teacher('魏代管', school)
  const zhou = await w.teacher('周校长', school)
  await w.role(zhou, '周校长', 'principal', { kind: 'school', id: school })
  await w.role(old, '吴专干', 'officer', { kind: 'school', id: school }, { from: '2026-01-01' as never, to: '2026-09-21' as never })
  const liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  hers = await phoneOf(w, qin, '覃老师')
  first = await phoneOf(w, old, '吴专干')
  second = await phoneOf(w, fresh, '魏代管')
  principal = await phoneOf(w, zhou, '周校长')
  district = await phoneOf(w, liu, '刘科长')
  for (const one of [hers, first, second, principal, district]) await one.sync()
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

const yes = (row: string): Record<string, unknown> => ({ row, hours: '4', credits: null, note: '' })
const claimed = async (title: string): Promise<string> => {
  const row = await hers.does('claim-hours', dossierOf(qin), claim({ level: 'school', mode: 'school-based', title }))
  await hers.sync()
  return row
}
const factsOf = async (row: string) => (await hers.entries(qin)).find((e) => e.entry.id === row)?.entry.facts ?? []

test('the principal lends the desk for a week: from that day the queue is the other one’s, and it goes back by itself', async () => {
  const row = await claimed('第一件')
  await principal.does('grant-role', fileOf(school), {
    person: fresh,
    personName: '魏代管',
    role: 'officer',
    from: '2026-09-22',
    to: '2026-09-28',
  })
  expect(await principal.sync()).toBe('all-synced')
  await second.sync()
  expect((await second.tries('accept-claim', dossierOf(qin), yes(row))).is).not.toBe('saved')
  w.now += 2 * DAY
  for (const one of [first, second, hers]) await one.sync()
  expect(await first.holds(qin)).toBe(false)
  expect((await second.entries(qin)).map((e) => e.entry.state)).toEqual(['pending-school'])
  await second.does('accept-claim', dossierOf(qin), yes(row))
  expect(await second.sync()).toBe('all-synced')
  await hers.sync()
  expect((await factsOf(row)).map((f) => [f.what, f.byName, f.byRole])).toEqual([
    ['claimed', '覃老师', 'teacher'],
    ['accepted', '魏代管', 'officer'],
  ])
  w.now += 7 * DAY
  await second.sync()
  expect(await second.holds(qin)).toBe(false)
})

test('with nobody at the desk the district acts for the school, and every fact says so', async () => {
  const row = await claimed('第二件')
  await district.sync()
  await district.does('accept-claim', dossierOf(qin), yes(row))
  const activity = await district.registers(school, { ...schoolBased(), first: '2026-09-25', last: '2026-09-25' }, [])
  expect(await district.sync()).toBe('all-synced')
  await hers.sync()
  expect((await factsOf(row)).map((f) => [f.what, f.byName, f.byRole])[1]).toEqual(['accepted', '刘科长', 'district-officer'])
  expect(activity).not.toBe('')
})

test('a district officer’s switch shows whose school it is for; nobody else has one', () => {
  const session = (role: string): SessionInfo =>
    ({
      person: 'p',
      name: '刘',
      hasDossier: false,
      home: null,
      district: { id: 'd', code: '500103', name: '渝中区' },
      roles: [{ role, at: { kind: 'district', id: 'd' }, atName: '渝中区' }],
    }) as unknown as SessionInfo
  const standIn = { school, name: '代 实验小学' }
  expect(standInRole(standIn, rolesOfSession(session('district-officer')))).toMatchObject([
    { role: 'stand-in', area: 'school', at: { kind: 'school', id: school }, atName: '代 实验小学' },
  ])
  for (const role of ['auditor', 'admin']) expect(standInRole(standIn, rolesOfSession(session(role)))).toEqual([])
})

test('who may lend: a principal the training officer’s desk, the district any of the school’s, an officer none', () => {
  const at = { kind: 'school' as const, id: school }
  const holder = (person: string, role: string, where: unknown): unknown => ({
    person,
    name: person,
    role,
    at: where,
    from: '2026-01-01',
    to: null,
  })
  const reference = {
    schools: [{ id: school, parent: null }],
    roles: [holder('z', 'principal', at), holder('w', 'officer', at), holder('l', 'district-officer', { kind: 'district', id: 'd' })],
  } as unknown as Reference
  const may = (who: string): readonly string[] => givable(reference, who as PersonId, todayIn(w), 'school', school)
  expect([may('z'), may('w'), may('l')]).toEqual([['officer'], [], ['officer', 'principal']])
})

test('who retires is off the roll the next day and keeps the dossier, the reading and the proof on their own phone', async () => {
  const before = (await hers.entries(qin)).length
  const dossier = await hers.dossier(qin)
  const home = dossier === null ? undefined : postsOf(dossier)[0]
  await w.act(dossierOf(qin), 'end-post', { row: home?.id ?? '', to: todayIn(w), reason: 'retired', note: '' })
  w.now += 3 * DAY
  await hers.sync()
  expect(await hers.holds(qin)).toBe(true)
  expect((await hers.entries(qin)).length).toBe(before)
  const cycle = cycleShownOn(policy, todayIn(w))
  if (cycle === null) throw new Error('no cycle')
  expect(formatTenths(hoursInWindow(policy, (await hers.dossier(qin)) as Dossier, cycle, todayIn(w)).totals.recognised)).toBe('8')
  expect(
    (await hers.tries('request-correction', dossierOf(qin), { row: (await hers.entries(qin))[0]?.entry.id ?? '', reason: '少了' })).is,
  ).toBe('saved')
  await principal.sync()
  expect(await principal.holds(qin)).toBe(false)
  expect((await principal.rollUp(school)).onRoll).toBe(3)
})

test('the principal’s page of the month has counts and what to do, and no name unless asked for', async () => {
  const rollUp = await principal.rollUp(school)
  const of = {
    school: '实验小学',
    month: todayIn(w).slice(0, 7),
    today: todayIn(w),
    rollUp,
    ids: [school],
    dossiers: [],
    activities: [],
    names: false,
  }
  const text = monthParts(of)
    .flatMap((p) => [p.title ?? '', ...p.lines])
    .join('\n')
  expect(text).toContain('在册 3 人 = 应计 3 人 + 不计 0 人')
  for (const name of ['覃老师', '吴专干', '魏代管', '周校长']) expect(text).not.toContain(name)
})
