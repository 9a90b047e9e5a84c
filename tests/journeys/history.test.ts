// Five years before the system: the district imports them, a teacher objects to one, the school corrects it, she confirms; and the
// verdict of the cycle changes on her phone, in the school's roll-up, in the district's and on the command line alike.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateCycle } from '../../src/domain/evaluate/evaluate-cycle.ts'
import { day } from '../../src/domain/day.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { historyFields, historyOf } from '../../src/domain/history/history.ts'
import type { HistoryAnswer } from '../../src/domain/history/history-report.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { policyFor } from '../../src/domain/policy/packs/policy-for.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { referenceSource } from '../../src/server/reference/reference.ts'
import { withServer } from '../../src/server/door/door.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { standing } from '../../src/server/cli/totals-commands.ts'
import { readArguments } from '../../src/server/cli/arguments.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { writeSheets } from '../../src/server/sheets/write-sheets.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import { dossierOf, phoneOf, type PhoneInHand } from './phones.ts'
import { world, type World } from './world.ts'

const END = '2025-12-31'
let w: World
let school: SchoolId
let tan: PersonId
let hers: PhoneInHand
let officer: PhoneInHand
let districtPhone: PhoneInHand

const dossier = async (): Promise<Dossier> => {
  const [d] = await withServer(w.db, { district: w.district, person: w.admin }, (tx) => readDossiers(tx, w.district, [tan]))
  if (d === undefined) throw new Error('no dossier')
  return d
}
const seen = async (): Promise<string> => shortHash(historyFields(historyOf(await dossier()).openings))

/** What each reader says of her as of the end of the old cycle. */
async function everybodySays(): Promise<{ phone: string; school: unknown; district: unknown; cli: unknown; counted: number }> {
  const policy = policyFor('500103')
  if (policy === null) throw new Error('no policy')
  const onPhone = evaluateCycle(policy, (await hers.dossier(tan)) as Dossier, day(END))
  const device = await w.device(w.admin)
  const roll = (await (await device.fetch(`/api/school/${school}/roll-up?asOf=${END}`)).json()) as {
    states: Record<string, number>
    hours: { counted: number }
    unconfirmed: unknown
  }
  const all = (await (await device.fetch(`/api/district/overview?asOf=${END}`)).json()) as {
    totals: { states: Record<string, number>; hours: { counted: number }; unconfirmed: unknown }
  }
  const read = readArguments(['standing', '覃丽莎', '--as-of', END, '--json'])
  if (read.is !== 'read') throw new Error(read.is)
  const answer = await standing({
    args: read.arguments,
    clock: () => w.now,
    origin: '',
    db: w.db,
    url: w.url,
    dataFolder: '',
    references: referenceSource(districtRules),
    district: { id: w.district, code: '500103', name: '渝中区' } as never,
  })
  const cli = answer.json as { state: string; counted: number }
  // Until she has confirmed, the sum of the school and of the district say how much of it is hers and open.
  const open = onPhone.state === 'unverified' && onPhone.counted > 0
  const unconfirmed = open ? { people: 1, hours: onPhone.counted } : { people: 0, hours: 0 }
  expect([roll.unconfirmed, all.totals.unconfirmed]).toEqual([unconfirmed, unconfirmed])
  expect([roll.hours.counted, all.totals.hours.counted, cli.counted]).toEqual([onPhone.counted, onPhone.counted, onPhone.counted])
  return { phone: onPhone.state, school: roll.states, district: all.totals.states, cli: cli.state, counted: onPhone.counted }
}
const one = (state: string): Record<string, number> => ({ met: 0, 'on-the-way': 0, concern: 0, unverified: 0, [state]: 1 })

beforeAll(async () => {
  w = await world()
  school = await w.school('江岸小学')
  tan = await w.teacher('覃丽莎', school)
  const officerId = await w.person('单国庆')
  await w.role(officerId, '单国庆', 'officer', { kind: 'school', id: school })
  const du = await w.person('杜敏')
  await w.role(du, '杜敏', 'district-officer', 'district')
  hers = await phoneOf(w, tan, '覃丽莎')
  officer = await phoneOf(w, officerId, '单国庆')
  districtPhone = await phoneOf(w, du, '杜敏')
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

test('before anything is imported her old cycle is 待核实 for everybody, never 0 and short', async () => {
  await hers.sync()
  expect(await everybodySays()).toEqual({
    phone: 'unverified',
    school: one('unverified'),
    district: one('unverified'),
    cli: 'unverified',
    counted: 0,
  })
})

test('the district imports five years of her hours; she sees them, and the verdict stays 待核实', async () => {
  const rows = [
    [2021, 80],
    [2022, 70.5],
    [2023, 40],
    [2024, 80],
    [2025, 85.5],
  ].map(([year = 0, hours = 0]) => ['江岸小学', '覃丽莎', year, '区培', '集中', hours, '旧系统导出'])
  const bytes = await writeSheets([
    {
      name: '历年学时',
      heading: ['学校', '姓名', '年度', '培训级别', '培训形式', '学时', '来源'],
      widths: [12, 12, 12, 12, 12, 12, 12],
      rows,
    },
  ])
  const device = await w.device(w.admin)
  const post = async (path: string, body: unknown): Promise<{ batch: { id: string } }> =>
    (await (await device.fetch(path, { method: 'POST', body: JSON.stringify(body) })).json()) as { batch: { id: string } }
  const { batch } = await post('/api/import/rosters', {
    fileName: '历年学时.xlsx',
    file: Buffer.from(bytes).toString('base64'),
    school: null,
  })
  expect(await post(`/api/import/rosters/${batch.id}/confirm`, { onlyGood: false, roles: [] })).toMatchObject({ added: 5 })
  await hers.sync()
  expect(historyOf((await hers.dossier(tan)) as Dossier)).toMatchObject({ confirmed: false, openings: { length: 5 } })
  expect(await everybodySays()).toEqual({
    phone: 'unverified',
    school: one('unverified'),
    district: one('unverified'),
    cli: 'unverified',
    counted: 3560,
  })
})

test('offline she objects to 2023; the school corrects it with a reason, and nothing is confirmed yet', async () => {
  hers.online = false
  const year = historyOf((await hers.dossier(tan)) as Dossier).openings.find((o) => o.year === 2023)
  const row = await hers.does('object-history', dossierOf(tan), { opening: year?.id, again: null, reason: '应为 44，少了 11 月的一次' })
  expect(await hers.tries('confirm-history', dossierOf(tan), { seen: await seen(), originalSeen: false })).toMatchObject({
    is: 'refused',
    code: 'history.objection-open',
  })
  hers.online = true
  expect(await hers.sync()).toMatch(/synced/)
  await officer.sync()
  expect((await officer.rollUp(school)).waiting.requests).toBe(1)
  await officer.does('answer-objection', dossierOf(tan), { row, amount: { hours: '44', credits: null }, reason: '已核对原证书' })
  expect(await officer.sync()).toMatch(/synced/)
  await hers.sync()
  expect(historyOf((await hers.dossier(tan)) as Dossier).objections[0]).toMatchObject({
    waitsFor: null,
    answer: { step: 'school', changed: true, reason: '已核对原证书' },
  })
  expect((await everybodySays()).cli).toBe('unverified')
})

test('she still disagrees with one year and asks the district, whose answer is the last', async () => {
  const objection = historyOf((await hers.dossier(tan)) as Dossier).objections[0]?.id
  await hers.does('object-history', dossierOf(tan), { opening: null, again: objection, reason: '11 月那次是 6 学时' })
  await hers.sync()
  const device = await w.device(w.admin)
  const { answer } = (await (await device.fetch('/api/reports/history')).json()) as { answer: HistoryAnswer }
  expect(answer.objections).toMatchObject([{ name: '覃丽莎', waitsFor: 'district', reason: '11 月那次是 6 学时' }])
  await officer.sync()
  expect(await officer.tries('answer-objection', dossierOf(tan), { row: objection, amount: null, reason: '不变' })).toMatchObject({
    is: 'refused',
    code: 'history.other-desk',
  })
  await districtPhone.sync()
  await districtPhone.does('answer-objection', dossierOf(tan), { row: objection, amount: null, reason: '签到表为 4 学时' })
  expect(await districtPhone.sync()).toMatch(/synced/)
  await hers.sync()
  expect(await hers.tries('object-history', dossierOf(tan), { opening: null, again: objection, reason: '再看' })).toMatchObject({
    is: 'refused',
    code: 'history.answered-last',
  })
})

test('she confirms, and everybody reads the same: the old cycle is met, to the tenth', async () => {
  await hers.does('confirm-history', dossierOf(tan), { seen: await seen(), originalSeen: false })
  expect(await hers.sync()).toMatch(/synced/)
  expect(await everybodySays()).toEqual({ phone: 'met', school: one('met'), district: one('met'), cli: 'met', counted: 3600 })
  expect(await verify(w.db, districtRules)).toEqual([])
})

test('a year that is taken away again asks her once more, and then the cycle reads as what it is', async () => {
  await officer.sync()
  const year = historyOf(await dossier()).openings.find((o) => o.year === 2021)
  await officer.does('reverse-opening', dossierOf(tan), { row: year?.id, reason: '与证明重复' })
  await officer.sync()
  await hers.sync()
  expect((await everybodySays()).phone).toBe('unverified')
  await officer.does('confirm-history', dossierOf(tan), { seen: await seen(), originalSeen: true })
  await officer.sync()
  await hers.sync()
  expect(await everybodySays()).toEqual({
    phone: 'concern',
    school: one('concern'),
    district: one('concern'),
    cli: 'concern',
    counted: 2800,
  })
})
