// A year of 交流轮岗 with real phones, from the list of the eligible to the return: the record goes with the person, home and host both
// see the period, each school's totals are right for any day asked; and then a transfer in the middle of a cycle.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import type { RotationAnswer } from '../../src/domain/rotation/report.ts'
import { rotationsOf, stateOn } from '../../src/domain/rotation/rotation.ts'
import type { SchoolRollUp } from '../../src/domain/roll-up.ts'
import { act, type ActInput } from '../../src/storage/act.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { noteOpened } from '../../src/storage/opened.ts'
import { storyPhone, type StoryPhone } from './phone.ts'
import { dossierOf, phoneOf, schoolBased, todayIn, type PhoneInHand } from './phones.ts'
import { world, type Device, type World } from './world.ts'

let w: World
let village: SchoolId
let city: SchoolId
let tao: PersonId
let own: StoryPhone
let district: StoryPhone
let home: PhoneInHand
let host: PhoneInHand
let devices: { readonly district: Device; readonly home: Device; readonly host: Device }
let rotation: RowId

async function does(
  phone: StoryPhone,
  verb: string,
  args: Record<string, unknown>,
  subject: ActInput['subject'] = dossierOf(tao),
): Promise<string> {
  const acted = await act(phone.phone, { verb, subject, args } as ActInput)
  if (acted.is !== 'saved') throw new Error(`${verb}: ${JSON.stringify(acted)}`)
  await phone.sync()
  return acted.op
}
/** A page of the person at the district: the device asks for the dossier, and keeps it for a month. */
async function opens(): Promise<void> {
  await district.sync()
  await noteOpened(district.phone, dossierOf(tao))
  await district.sync()
}
const on = (day: string): void => {
  w.now = Date.parse(`${day}T02:00:00Z`)
}
const asked = async <T>(device: Device, path: string): Promise<T> => {
  const response = await device.fetch(path)
  if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`)
  return (await response.json()) as T
}
const report = async (device: Device, query: string): Promise<RotationAnswer> =>
  (await asked<{ answer: RotationAnswer }>(device, `/api/reports/rotation?${query}`)).answer
const totals = (device: Device, school: SchoolId, asOf: string) => asked<SchoolRollUp>(device, `/api/school/${school}/roll-up?asOf=${asOf}`)
const seenBy = async (phone: StoryPhone) => {
  const view = await dossierView(phone.phone, tao, todayIn(w))
  return view === null ? [] : rotationsOf(view.dossier).map((r) => stateOn(r, todayIn(w)))
}

beforeAll(async () => {
  w = await world({ districtCode: '500118' })
  village = await w.school('石庙小学', { place: 'rural' })
  city = await w.school('红旗小学')
  tao = await w.teacher('陶静', village)
  const officer = async (name: string, school: SchoolId): Promise<{ phone: PhoneInHand; device: Device }> => {
    const id = await w.teacher(name, school)
    await w.role(id, name, 'officer', { kind: 'school', id: school })
    return { phone: await phoneOf(w, id, name), device: await w.device(id) }
  }
  const [atHome, atHost] = [await officer('吴专干', village), await officer('魏专干', city)]
  home = atHome.phone
  host = atHost.phone
  const du = await w.person('杜科长')
  await w.role(du, '杜科长', 'district-officer', 'district')
  devices = { district: await w.device(du), home: atHome.device, host: atHost.device }
  own = await storyPhone(w, tao, '陶静')
  district = await storyPhone(w, du, '杜科长')
  await opens()
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

test('the district freezes its list at the start of the year and plans; the teacher sees the plan, and nothing has moved yet', async () => {
  const list = {
    first: '2026-09-01',
    last: '2027-08-31',
    definition: '同一学校连续任教满六年',
    source: '区教委通知',
    total: 1,
    people: [{ id: tao, name: '陶静' }],
  }
  await does(district, 'freeze-eligible-list', list, { kind: 'district', id: w.district })
  rotation = (await does(district, 'plan-rotation', {
    way: 'both-ways',
    host: city,
    first: '2026-09-21',
    until: '2027-07-10',
    relation: 'stays',
    note: '',
  })) as RowId
  await own.sync()
  expect(await seenBy(own)).toEqual(['planned'])
  expect(await host.sync()).toBe('all-synced')
  expect(await host.entries(tao)).toEqual([])
  const { list: frozen, shares } = await report(devices.district, '')
  expect(frozen).toMatchObject({ complete: true, people: [{ name: '陶静', moved: false }] })
  expect(shares.find((s) => s.rule === 'share')).toMatchObject({ is: 'unmet', short: { low: 1, high: 1 } })
})

test('on arriving, home and host both see the period, and the host gives hours that go with the person', async () => {
  on('2026-09-21')
  await does(district, 'start-rotation', { row: rotation, from: '2026-09-21' })
  await host.sync()
  await host.registers(city, schoolBased({ first: '2026-09-21', last: '2026-09-21', title: '红旗小学校本研修' }), [tao])
  await host.sync()
  await home.sync()
  await own.sync()
  expect(await seenBy(own)).toEqual(['there'])
  expect((await home.entries(tao)).map((e) => e.entry.training.title)).toEqual(['红旗小学校本研修'])
  for (const [device, school] of [
    [devices.home, village],
    [devices.host, city],
  ] as const) {
    expect((await report(device, `school=${school}`)).lines).toMatchObject([
      { name: '陶静', home: village, host: city, from: '2026-09-21', state: 'there' },
    ])
  }
  // She counts once, at the school of 人事关系, wherever she teaches.
  expect((await home.rollUp(village)).hours.counted).toBe(40)
  expect(await host.rollUp(city)).toMatchObject({ onRoll: 1, hours: { counted: 0 } })
  expect((await report(devices.district, '')).shares.find((s) => s.rule === 'share')).toMatchObject({ is: 'met' })
})

test('a second host at the same time, or one’s own school, is refused on the phone with nothing written', async () => {
  const tries = (args: Record<string, unknown>) =>
    act(district.phone, {
      verb: 'plan-rotation',
      subject: dossierOf(tao),
      args: { way: 'both-ways', first: '2026-10-01', until: '2027-06-30', relation: 'stays', note: '', ...args },
    } as ActInput)
  const third = await w.school('萱花小学')
  await district.sync()
  expect(await tries({ host: third })).toMatchObject({ is: 'refused', code: 'rotation.two-hosts' })
  expect(await tries({ host: village })).toMatchObject({ is: 'refused', code: 'rotation.own-school' })
})

test('after the return the host no longer holds the dossier, the record stays with the person, and each day asked is right', async () => {
  on('2027-07-12')
  await opens()
  await does(district, 'end-rotation', { row: rotation, to: '2027-07-10', note: '期满' })
  await own.sync()
  await host.sync()
  await home.sync()
  expect(await seenBy(own)).toEqual(['returned'])
  expect(await host.entries(tao)).toEqual([])
  expect(await home.entries(tao)).toHaveLength(1)
  expect((await report(devices.host, `school=${city}&asOf=2027-03-01`)).lines).toMatchObject([{ state: 'there' }])
  expect((await report(devices.host, `school=${city}&year=2026-09-01`)).lines).toMatchObject([{ state: 'returned', to: '2027-07-10' }])
  // Known on that day, the return had not been recorded: the same as was answered then.
  const then = await report(devices.district, 'asOf=2027-03-01&knownAt=2027-03-01')
  expect(then.lines).toMatchObject([{ state: 'there', to: null }])
  expect(then.shares.find((s) => s.rule === 'share')).toMatchObject({ is: 'met' })
})

test('a transfer in the middle of the cycle: the hours go along, the day decides whose they are, and the sum never changes', async () => {
  on('2027-09-02')
  await opens()
  await does(district, 'start-post', { school: city, kind: 'home', from: '2027-09-01' })
  await host.sync()
  await home.sync()
  expect((await host.entries(tao)).map((e) => e.entry.training.title)).toEqual(['红旗小学校本研修'])
  expect(await home.entries(tao)).toEqual([])
  const [villageBefore, cityBefore, villageAfter, cityAfter] = [
    await totals(devices.home, village, '2027-08-31'),
    await totals(devices.host, city, '2027-08-31'),
    await totals(devices.home, village, '2027-09-02'),
    await totals(devices.host, city, '2027-09-02'),
  ]
  expect([villageBefore, cityBefore].map((t) => [t.onRoll, t.hours.counted])).toEqual([
    [2, 40],
    [1, 0],
  ])
  expect([villageAfter, cityAfter].map((t) => [t.onRoll, t.hours.counted])).toEqual([
    [1, 0],
    [2, 40],
  ])
})
