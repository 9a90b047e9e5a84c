// The supervision file over the real database: who may read it, and that every number has its names.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { judgedLine } from '../../../src/domain/supervision/judged.ts'
import { asReport } from '../../../src/domain/reports/report.ts'
import { supervisionReport, type SupervisionAnswer } from '../../../src/domain/supervision/supervision-report.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { momentOf } from '../../../src/server/clock.ts'
import { withServer } from '../../../src/server/door/door.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../../src/server/reference/reference.ts'
import { runReportOn } from '../../../src/server/reports/run-report.ts'
import { world, type Device, type World } from '../../journeys/world.ts'
import { readersOf } from '../../setup/readers.ts'

let w: World
let first: SchoolId
let second: SchoolId
let qin: PersonId
let teacher: Device
let principal: Device
let district: Device

beforeAll(async () => {
  w = await world()
  first = await w.school('实验小学')
  second = await w.school('解放小学')
  ;({ qin, teacher, principal, district } = await readersOf(w, first))
  await w.teacher('食堂师傅', first, { category: 'worker' })
  await w.teacher('外校老师', second)
})
afterAll(() => w.close())

const file = async (device: Device, query = ''): Promise<SupervisionAnswer> =>
  ((await (await device.fetch(`/api/reports/supervision${query}`)).json()) as { answer: SupervisionAnswer }).answer
const item = (id: string) => {
  const found = policyFor('500103')?.parts.supervision.find((i) => i.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const done = async (subject: Parameters<Device['op']>[0], verb: string, args: Record<string, unknown>): Promise<void> => {
  const { results } = await district.sync([district.op(subject, verb, args)])
  expect(results[0]?.result).toEqual({ is: 'applied' })
}

test('a teacher reads no school’s, a principal only their own, and nobody without a session any', async () => {
  expect((await w.app.request('/api/reports/supervision', { headers: { host: '127.0.0.1' } })).status).toBe(401)
  expect((await teacher.fetch(`/api/reports/supervision?school=${first}`)).status).toBe(404)
  expect((await principal.fetch('/api/reports/supervision')).status).toBe(404)
  expect((await principal.fetch(`/api/reports/supervision?school=${second}`)).status).toBe(404)
  expect((await file(principal, `?school=${first}`)).schools.map((s) => s.name)).toEqual(['实验小学'])
})

test('everyone who is short stands there by name, the canteen worker is not counted, and what nobody recorded is not nought', async () => {
  const answer = await file(district)
  expect(answer.schools.map((s) => [s.name, s.counted, s.met, s.short.length])).toEqual([
    ['解放小学', 1, 0, 1],
    ['实验小学', 2, 0, 2],
  ])
  expect(answer.certificatesKept).toBe(false)
  expect(judgedLine(item('sup-certified'), answer)).toMatchObject({ verdict: 'undetermined', missing: ['no-certificates'] })
  expect(judgedLine(item('sup-spread-primary'), answer)).toMatchObject({ verdict: 'undetermined' })
  expect(judgedLine(item('sup-funds'), answer)).toMatchObject({ verdict: 'undetermined', missing: ['not-kept'] })
})

test('titles, pupils and certificates recorded since bring figures, per school and for the district', async () => {
  await done({ kind: 'teacher', id: qin }, 'award-title', {
    row: null,
    rung: 'yz-backbone',
    level: 'district',
    as: 'held',
    subject: '语文',
    programme: null,
    from: '2026-01-01',
    until: null,
    deed: '渝中教〔2026〕1号',
    evidence: '',
  })
  await done({ kind: 'school', id: first }, 'record-pupils', { count: 90, asOf: '2026-09-01' })
  await done({ kind: 'school', id: second }, 'record-pupils', { count: 300, asOf: '2026-09-01' })
  const answer = await file(district)
  expect(answer.schools.find((s) => s.school === first)?.backbone.map((p) => p.name)).toEqual(['覃丽莎'])
  expect(judgedLine(item('sup-backbone'), answer)).toMatchObject({
    verdict: 'unmet',
    has: 1,
    of: 2,
    schools: ['解放小学'],
    need: [{ school: '解放小学', more: 3 }],
  })
  const spread = judgedLine(item('sup-spread-primary'), answer)
  expect([spread.verdict, spread.thousandths]).toEqual(['unmet', 1826])
  const before = await file(district, '?asOf=2025-12-31')
  expect(before.schools.flatMap((s) => s.backbone)).toEqual([])
})

test('for the whole district it is answered from standings at hand, and says what it says when each is read anew, also after more was recorded', async () => {
  const anew = (): Promise<SupervisionAnswer> =>
    withServer(w.db, { district: w.district, person: '' }, async (tx) => {
      const at = await referenceSource(districtRules).read(tx, w.district)
      const { day: today } = momentOf(w.now)
      return (await runReportOn(tx, at, {
        report: asReport(supervisionReport),
        args: {},
        asOf: today,
        knownAt: null,
        today,
        schools: null,
      })) as SupervisionAnswer
    })
  expect(await file(district)).toEqual(await anew())
  await w.teacher('新来的老师', second)
  await w.act({ kind: 'teacher', id: qin }, 'correct-person', { changes: { workedSince: '2025-09-01' }, reason: '登记有误' })
  const answer = await file(district)
  expect(answer.schools.map((s) => s.counted)).toEqual([2, 2])
  expect(answer).toEqual(await anew())
})
