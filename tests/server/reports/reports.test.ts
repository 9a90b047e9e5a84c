// GET /api/reports/:name: who may ask, about which schools, as of which day. The report used is 交流轮岗; the rules of asking are of all.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { RotationAnswer } from '../../../src/domain/rotation/report.ts'
import type { OwnEligibility } from '../../../src/domain/rotation/own.ts'
import { world, type Device, type World } from '../../journeys/world.ts'

let w: World
let village: SchoolId
let city: SchoolId
let third: SchoolId
let tao: PersonId
let stranger: Device
let teacher: Device
let officer: Device
let hostOfficer: Device
let district: Device
let auditor: Device
const dossier = (id: PersonId) => ({ kind: 'teacher', id }) as const
const LIST = { first: '2026-09-01', last: '2027-08-31', definition: '同一学校满六年', source: '区教委', total: 1 }

async function said<T>(device: Device, path: string): Promise<{ status: number; answer: T }> {
  const response = await device.fetch(`/api/reports/${path}`)
  const body = (await response.json()) as { answer: T }
  return { status: response.status, answer: body.answer }
}
const rotation = (device: Device, query = '') => said<RotationAnswer>(device, `rotation${query}`)

beforeAll(async () => {
  w = await world({ districtCode: '500118' })
  village = await w.school('石庙小学', { place: 'rural' })
  city = await w.school('红旗小学')
  third = await w.school('萱花小学')
  tao = await w.teacher('陶静', village, { workedSince: '2025-09-01' as never })
  const someone = async (name: string, at: SchoolId, role?: 'officer'): Promise<Device> => {
    const id = await w.teacher(name, at)
    if (role !== undefined) await w.role(id, name, role, { kind: 'school', id: at })
    return w.device(id)
  }
  stranger = await someone('何专干', third, 'officer')
  teacher = await w.device(tao)
  officer = await someone('吴专干', village, 'officer')
  hostOfficer = await someone('魏专干', city, 'officer')
  for (const role of ['district-officer', 'auditor'] as const) {
    const id = await w.person(role)
    await w.role(id, role, role, 'district')
    const device = await w.device(id)
    if (role === 'auditor') auditor = device
    else district = device
  }
  await w.act({ kind: 'district', id: w.district }, 'freeze-eligible-list', { ...LIST, people: [{ id: tao, name: '陶静' }] })
  const plan = w.uuid()
  const op = district.op(
    dossier(tao),
    'plan-rotation',
    { way: 'both-ways', host: city, first: '2026-09-01', until: '2027-08-31', relation: 'stays', note: '' },
    { op: plan },
  )
  const start = district.op(dossier(tao), 'start-rotation', { row: plan, from: '2026-09-01' }, { after: plan })
  const { results } = await district.sync([op, start])
  expect(results.map((r) => r.result.is)).toEqual(['applied', 'applied'])
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

describe('asking for a report', () => {
  test('an outsider gets the same no as for a report that does not exist', async () => {
    const nothing = await stranger.fetch(`/api/reports/nothing?school=${village}`)
    for (const path of [`rotation?school=${village}`, 'rotation', 'rotation?school=unknown']) {
      const answer = await stranger.fetch(`/api/reports/${path}`)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.clone().text()).toBe(await nothing.clone().text())
    }
    const signedOut = await w.app.request('/api/reports/rotation')
    expect(signedOut.status).toBe(401)
  })

  test('a teacher sees no school’s report, not even their own school’s', async () => {
    expect((await rotation(teacher, `?school=${village}`)).status).toBe(404)
    expect((await rotation(teacher)).status).toBe(404)
  })

  test('a school role asks about its own school only: who goes, who comes, and no share', async () => {
    const own = await rotation(officer, `?school=${village}`)
    expect(own.answer.lines).toMatchObject([{ name: '陶静', host: city, state: 'there', from: '2026-09-01' }])
    expect([own.answer.shares, own.answer.list]).toEqual([[], null])
    expect((await rotation(hostOfficer, `?school=${city}`)).answer.lines).toMatchObject([{ name: '陶静', home: village }])
    expect((await rotation(officer, `?school=${city}`)).status).toBe(404)
    expect((await rotation(officer)).status).toBe(404)
  })

  test('the district and the auditor ask about everything', async () => {
    for (const device of [district, auditor]) {
      const { answer } = await rotation(device)
      expect(answer.list).toMatchObject({ complete: true, people: [{ name: '陶静', home: village, moved: true }], unknown: [] })
      expect(answer.shares.find((s) => s.rule === 'share')).toMatchObject({ is: 'met', part: { low: 1, high: 1 }, names: [tao] })
      expect(answer.newRural[0]?.people).toMatchObject([{ name: '陶静', state: 'under-way', until: '2028-08-31' }])
    }
  })

  test('as of a day before the move nobody had moved, and as known before it was recorded nobody was planned', async () => {
    expect((await rotation(district, '?asOf=2026-08-31&year=2026-09-01')).answer.lines).toMatchObject([{ state: 'planned' }])
    expect((await rotation(district, '?asOf=2026-09-20&knownAt=2026-09-19')).answer.lines).toEqual([])
    expect((await rotation(district, '?asOf=gestern')).status).toBe(400)
    expect((await rotation(district, '?year=2026')).status).toBe(400)
  })

  test('each asks about their own eligibility only, and hears of nobody else', async () => {
    const mine = await said<OwnEligibility[]>(teacher, 'own-rotation')
    expect(mine.answer).toMatchObject([{ first: '2026-09-01', eligible: true, definition: '同一学校满六年' }])
    expect((await said<OwnEligibility[]>(stranger, 'own-rotation')).answer).toMatchObject([{ eligible: false }])
    expect(JSON.stringify(mine.answer)).not.toContain('陶静')
    expect((await said(teacher, `own-rotation?school=${village}`)).status).toBe(404)
  })
})

describe('a transfer in the middle of a rotation', () => {
  test('lets the new school see the stay too, and only what begins to be its own', async () => {
    expect((await rotation(stranger, `?school=${third}`)).answer.lines).toEqual([])
    const { results } = await district.sync([district.op(dossier(tao), 'start-post', { school: third, kind: 'home', from: '2026-09-10' })])
    expect(results.map((r) => r.result.is)).toEqual(['applied'])
    for (const [device, school] of [
      [stranger, third],
      [officer, village],
      [hostOfficer, city],
    ] as const) {
      expect((await rotation(device, `?school=${school}`)).answer.lines).toMatchObject([
        { name: '陶静', home: village, host: city, homeNow: third, state: 'there' },
      ])
    }
  })
})

describe('a list with somebody unknown in it', () => {
  test('is refused whole by the server, whatever the phone believed, and nothing is written', async () => {
    const people = [
      { id: tao, name: '陶静' },
      { id: w.uuid(), name: '路人' },
    ]
    const { results } = await district.sync([
      district.op({ kind: 'district', id: w.district }, 'freeze-eligible-list', {
        ...LIST,
        first: '2027-09-01',
        last: '2028-08-31',
        total: 2,
        people,
      }),
    ])
    expect(results[0]?.result).toEqual({ is: 'refused', code: 'list.unknown-person', field: 'people' })
    expect((await rotation(district, '?year=2027-09-01')).answer.list).toBeNull()
  })
})
