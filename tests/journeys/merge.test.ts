// One person, two dossiers; a school that is closed; a namesake who arrives: what the district does to several documents at once,
// through the real server, and what phones see of it.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { CloseAnswer, MergeAnswer } from '../../src/wire/people-acts.ts'
import type { DistrictOverview } from '../../src/wire/overview.ts'
import { dossierOf, phoneOf, type PhoneInHand } from './phones.ts'
import { claim, world, type Device, type World } from './world.ts'

let w: World
let first: SchoolId
let second: SchoolId
let kept: PersonId
let aside: PersonId
let officer: PhoneInHand
let district: Device
let teacher: Device
let liu: PersonId

beforeAll(async () => {
  w = await world()
  first = await w.school('实验小学')
  second = await w.school('解放小学')
  kept = await w.teacher('覃丽莎', first, { staffNumber: 'J001' })
  aside = await w.teacher('覃莉莎', first, { staffNumber: 'J009' })
  const wu = await w.teacher('吴专干', first)
  await w.role(wu, '吴专干', 'officer', { kind: 'school', id: first })
  officer = await phoneOf(w, wu, '吴专干')
  liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  district = await w.device(liu)
  teacher = await w.device(kept)
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

const tell = async <T>(device: Device, path: string, body: unknown): Promise<T> =>
  (
    await device.fetch(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  ).json() as Promise<T>
const merge = (confirm: boolean, undo = false, more: object = {}): Promise<MergeAnswer> =>
  tell(district, `/api/people/merge${undo ? '/undo' : ''}`, { kept, aside, reason: '改号后重复建档', confirm, ...more })
const totals = async (): Promise<DistrictOverview['totals']> =>
  ((await (await district.fetch('/api/district/overview')).json()) as DistrictOverview).totals
const held = (person: PersonId): Promise<boolean> => officer.holds(person)

test('nobody but the district may merge, and what would happen is said before anything is written', async () => {
  for (const path of ['/api/people/merge', '/api/people/merge/undo', `/api/district/schools/${first}/close`]) {
    expect((await teacher.fetch(path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(404)
  }
  expect(
    (await district.fetch('/api/people/merge', { method: 'POST', body: '{"kept":"x"}', headers: { 'content-type': 'application/json' } }))
      .status,
  ).toBe(400)
  const own = await w.device(aside)
  await own.sync([own.op(dossierOf(aside), 'claim-hours', claim({ level: 'school', hours: '4' }))])
  await officer.sync()
  expect([await held(kept), await held(aside)]).toEqual([true, true])
  const would = await merge(false)
  expect(would).toMatchObject({ is: 'would', brought: 1, leftOut: 1, kept: { name: '覃丽莎', signedIn: false }, aside: { entries: 1 } })
  expect((await totals()).onRoll).toBe(3)
})

test('merged they are one on the roll with the hours of both; the school’s phone drops the other; the old number finds the one that stays', async () => {
  expect(await merge(true)).toMatchObject({ is: 'done', brought: 1 })
  const now = await totals()
  expect([now.onRoll, now.hours.pending]).toEqual([2, 40])
  await officer.sync()
  expect([await held(kept), await held(aside)]).toEqual([true, false])
  expect((await officer.entries(kept)).map((e) => e.entry.claimed)).toEqual([40])
  const own = await w.device(aside)
  const { results } = await own.sync([own.op(dossierOf(aside), 'claim-hours', claim({ level: 'school', hours: '2' }))])
  expect(results[0]?.result).toMatchObject({ is: 'refused', code: 'document.merged' })
  const roster = Buffer.from('\ufeff姓名,教师编号\r\n覃莉莎,J009\r\n').toString('base64')
  const planned = await tell<{ batch: { lines: { is: string; candidates: unknown[] }[]; totals: { added: number } } }>(
    district,
    '/api/import/rosters',
    { fileName: 'r.csv', file: roster, school: first },
  )
  expect(planned.batch.totals.added).toBe(0)
  expect(await merge(true)).toEqual({ is: 'refused', code: 'merge.set-aside-already' })
})

test('undone they are two again; once someone has acted on what came over, they stay one', async () => {
  expect(await merge(true, true)).toMatchObject({ is: 'done' })
  expect((await totals()).onRoll).toBe(3)
  await officer.sync()
  expect([(await officer.entries(kept)).length, (await officer.entries(aside)).length]).toEqual([0, 1])
  await merge(true)
  await officer.sync()
  const row = (await officer.entries(kept))[0]?.entry.id ?? ''
  await officer.does('accept-claim', dossierOf(kept), { row, hours: '4', credits: null, note: '' })
  expect(await officer.sync()).toBe('all-synced')
  expect(await merge(true, true)).toEqual({ is: 'refused', code: 'merge.acted' })
  const { rows } = await sql<{ n: string }>`select count(*) as n from op_log where verb = 'merge-dossiers'`.execute(w.db)
  expect(Number(rows[0]?.n)).toBe(4)
})

test('two who are both at work in different schools are refused, and nothing is half done', async () => {
  const other = await w.teacher('外校老师', second)
  const before = await totals()
  expect(await merge(true, false, { aside: other })).toEqual({ is: 'refused', code: 'merge.both-active' })
  expect(await totals()).toEqual(before)
})

test('a school is closed only when its people and the schools below have gone somewhere, and its past stays its own', async () => {
  const point = await w.school('解放小学村小', { kind: 'village', parent: second })
  const close = (confirm: boolean, into: SchoolId | null): Promise<CloseAnswer> =>
    tell(district, `/api/district/schools/${second}/close`, { to: '2026-09-20', reason: '布局调整', into, confirm })
  expect(await close(true, null)).toMatchObject({ is: 'refused', code: 'school.people-left', people: [{ name: '外校老师' }] })
  const direct = district.op({ kind: 'school', id: second }, 'close-school', { to: '2026-09-20', reason: '布局调整' })
  expect((await district.sync([direct])).results[0]?.result).toMatchObject({ is: 'refused', code: 'school.schools-below' })
  for (const confirm of [false, true]) expect(await close(confirm, point)).toMatchObject({ is: 'refused', code: 'school.loop' })
  expect(await close(false, first)).toMatchObject({ is: 'would', people: [{ name: '外校老师', moves: first }], schoolsBelow: [point] })
  expect(await close(true, first)).toMatchObject({ is: 'done' })
  w.now += 2 * 86_400_000
  const page = (await (await district.fetch('/api/district/overview')).json()) as DistrictOverview
  expect(page.schools.map((s) => s.name)).toEqual(['实验小学'])
  const past = (await (await district.fetch('/api/district/overview?asOf=2026-09-20')).json()) as DistrictOverview
  expect(past.schools.map((s) => s.name).sort()).toEqual(['实验小学', '解放小学'].sort())
  expect(await close(true, first)).toMatchObject({ is: 'done' })
})

test('a school just opened can be chosen on this phone before it is sent: as the one above another, and for a post', async () => {
  const phone = await phoneOf(w, liu, '刘科长')
  await phone.sync()
  phone.online = false
  // Ids made on a phone are in the order of their making, and the server takes files in that order.
  const [above = '' as SchoolId, below = '' as SchoolId] = [w.uuid() as SchoolId, w.uuid() as SchoolId].sort()
  const opening = (name: string, parent: SchoolId | null) => ({
    name,
    code: '',
    kind: 'primary',
    place: 'urban',
    stage: 'primary',
    parent,
    from: '2026-09-22',
  })
  await phone.does('open-school', { kind: 'school', id: above }, opening('新校', null))
  await phone.does('open-school', { kind: 'school', id: below }, opening('新校教学点', above))
  await phone.does('start-post', dossierOf(kept), { school: below, kind: 'visiting', from: '2026-09-23' })
  phone.online = true
  for (let i = 0; i < 3; i += 1) await phone.sync()
  expect(await phone.refusals()).toEqual([])
  const { rows } = await sql<{ school: string }>`select school from posting where person = ${kept} and kind = 'visiting'`.execute(w.db)
  expect(rows.map((r) => r.school)).toEqual([below])
})

test('cache and rows agree after all of it', async () => {
  const { verify } = await import('../../src/server/store/rebuild.ts')
  const { districtRules } = await import('../../src/server/reference/district-rules.ts')
  expect(await verify(w.db, districtRules)).toEqual([])
})
