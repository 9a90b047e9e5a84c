// 规划指标 from real dossiers: each population its own, each denominator its own, as of the day asked.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { Subject } from '../../../src/domain/document.ts'
import type { IndicatorOn, TargetsAnswer } from '../../../src/domain/targets/targets-report.ts'
import { world, type Device, type World } from '../../journeys/world.ts'

let w: World
let school: SchoolId
let vocational: SchoolId
let qin: PersonId
let smith: PersonId
let district: Device
let officer: Device

beforeAll(async () => {
  w = await world()
  school = await w.school('实验小学')
  vocational = await w.school('渝中职教中心')
  qin = await w.teacher('覃丽莎', school)
  smith = await w.teacher('钳工老师', vocational, { stage: 'vocational' })
  await w.teacher('语文老师', vocational, { stage: 'vocational' })
  const liu = await w.person('刘科长')
  await w.role(liu, '刘科长', 'district-officer', 'district')
  const zhao = await w.teacher('赵专干', vocational, { stage: 'vocational' })
  await w.role(zhao, '赵专干', 'officer', { kind: 'school', id: vocational })
  district = await w.device(liu)
  officer = await w.device(zhao)
})
afterAll(() => w.close())

const act = async (device: Device, subject: Subject, verb: string, args: Record<string, unknown>): Promise<void> => {
  const { results } = await device.sync([device.op(subject, verb, args)])
  expect(results[0]?.result).toEqual({ is: 'applied' })
}
const dossier = (id: PersonId): Subject => ({ kind: 'teacher', id })
const targets = async (asOf = ''): Promise<(id: string) => IndicatorOn | undefined> => {
  const { answer } = (await (await district.fetch(`/api/reports/targets${asOf}`)).json()) as { answer: TargetsAnswer }
  return (id) => answer.indicators.find((i) => i.id === id)
}

test('nobody without a session and no school role reads the district’s targets', async () => {
  expect((await w.app.request('/api/reports/targets', { headers: { host: '127.0.0.1' } })).status).toBe(401)
  expect((await officer.fetch('/api/reports/targets')).status).toBe(404)
  expect((await officer.fetch(`/api/reports/targets?school=${vocational}`)).status).toBe(404)
})

test('before anything is recorded a target is 待核实, not missed', async () => {
  const on = await targets()
  expect(on('yz-backbone-distinguished')).toMatchObject({ verdict: 'undetermined', missing: ['no-records'] })
  expect(on('yz-double-all')).toMatchObject({ verdict: 'undetermined', missing: ['no-records'] })
})

test('双师型 with two denominators gives two figures, and 骨干, 名优 and 骨干名优 stay three populations', async () => {
  await act(officer, dossier(smith), 'record-qualification', { code: 'double', since: '2025-01-01', until: null, detail: '' })
  await act(officer, dossier(smith), 'record-qualification', { code: 'specialist', since: '2020-01-01', until: null, detail: '' })
  const award = {
    row: null,
    level: 'district',
    as: 'held',
    subject: '语文',
    programme: null,
    from: '2025-06-01',
    until: null,
    deed: '',
    evidence: '',
  }
  await act(district, dossier(qin), 'award-title', { ...award, rung: 'yz-backbone' })
  await act(district, dossier(qin), 'award-title', { ...award, rung: 'yz-distinguished' })
  const on = await targets()
  expect(on('yz-double-all')?.figure).toEqual({ has: 1, of: 3 })
  expect(on('yz-double-subject')).toMatchObject({ figure: { has: 1, of: 1 }, verdict: 'met' })
  expect(on('yz-backbone')?.figure).toEqual({ has: 1, of: null })
  expect(on('yz-distinguished')?.figure).toEqual({ has: 1, of: 4 })
  expect(on('yz-backbone-distinguished')).toMatchObject({ figure: { has: 1, of: 4 }, permille: 250, verdict: 'unmet' })
  // 十百千 counts people in the programme, not titles held.
  expect(on('yz-thousand')).toMatchObject({ figure: { has: 0, of: null }, verdict: 'undetermined' })
})

test('as of a day before, nobody had either, and what is recorded only of later days leaves a target 待核实, not missed', async () => {
  const on = await targets('?asOf=2024-12-31')
  expect(on('yz-double-all')?.figure?.has).toBe(0)
  expect(on('yz-backbone')?.figure?.has).toBe(0)
  expect(on('yz-backbone-distinguished')).toMatchObject({ verdict: 'undetermined', missing: ['no-records'] })
  expect(on('yz-double-all')).toMatchObject({ verdict: 'undetermined', missing: ['no-records'] })
})
