// A new teacher and her mentor, by real phones: paired without a network, each sees it on their own phone, it counts as 带徒 of the mentor
// without another entry, and ends on both sides; a place in a project from proposal to answer.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { PersonId, RowId, SchoolId } from '../../src/domain/ids.ts'
import type { MentoringReport } from '../../src/domain/mentoring/mentoring-report.ts'
import { pairsOf } from '../../src/domain/mentoring/pair.ts'
import type { ProgrammeReport } from '../../src/domain/programmes/project-report.ts'
import { dutiesOf } from '../../src/domain/tiers/duty.ts'
import { withServer } from '../../src/server/door/door.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { dossierOf, phoneOf, type PhoneInHand } from './phones.ts'
import { world, type Device, type World } from './world.ts'

let w: World
let school: SchoolId
let novice: PersonId
let mentor: PersonId
let officer: PhoneInHand
let li: Device

const stored = async (id: PersonId): Promise<Dossier> => {
  const [found] = await withServer(w.db, { district: w.district, person: w.admin }, (tx) => readDossiers(tx, w.district, [id]))
  if (found === undefined) throw new Error('nobody')
  return found
}
const report = async <T>(name: string): Promise<T> => ((await (await li.fetch(`/api/reports/${name}`)).json()) as { answer: T }).answer
const BOTH = { programme: '青蓝工程', subject: '语文', from: '2026-09-01', until: null }

beforeAll(async () => {
  w = await world()
  school = await w.school('江岸小学')
  novice = await w.teacher('小陶', school, { workedSince: day('2026-09-01') })
  mentor = await w.teacher('覃丽莎', school)
  const officerId = await w.teacher('单国庆', school)
  await w.role(officerId, '单国庆', 'officer', { kind: 'school', id: school })
  const officerOfDistrict = await w.person('李敏')
  await w.role(officerOfDistrict, '李敏', 'district-officer', 'district')
  li = await w.device(officerOfDistrict)
  officer = await phoneOf(w, officerId, '单国庆')
  await officer.sync()
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

test('a new teacher without a mentor is seen by the district, until the school has paired her without a network', async () => {
  expect((await report<MentoringReport>('mentoring')).alone).toMatchObject([{ name: '小陶', since: '2026-09-01' }])
  officer.online = false
  expect(
    await officer.tries('begin-mentoring', dossierOf(novice), { side: 'mentee', other: novice, otherName: '小陶', pair: null, ...BOTH }),
  ).toMatchObject({ is: 'refused', code: 'mentoring.oneself' })
  const pair = await officer.does('begin-mentoring', dossierOf(novice), {
    side: 'mentee',
    other: mentor,
    otherName: '覃丽莎',
    pair: null,
    ...BOTH,
  })
  await officer.does('begin-mentoring', dossierOf(mentor), {
    side: 'mentor',
    other: novice,
    otherName: '小陶',
    pair: pair as string as RowId,
    ...BOTH,
  })
  officer.online = true
  expect(await officer.sync()).toMatch(/^(all-)?synced$/)
  expect(await report<MentoringReport>('mentoring')).toMatchObject({
    alone: [],
    pairs: [{ name: '小陶', mentor: '覃丽莎', programme: '青蓝工程' }],
  })
})

test('the mentor has it in her own dossier, as 带徒, and a mentor nobody knows is refused by the server', async () => {
  expect(dutiesOf(await stored(mentor))).toMatchObject([{ kind: 'mentoring', title: '小陶', pair: true }])
  const stranger = li.op(dossierOf(novice), 'begin-mentoring', {
    side: 'mentee',
    other: w.uuid(),
    otherName: '无此人',
    pair: null,
    ...BOTH,
  })
  const { results } = await li.sync([stranger])
  expect(results[0]?.result).toMatchObject({ is: 'refused', code: 'mentoring.unknown-person' })
})

test('ended on both sides, it stays on record on both', async () => {
  for (const id of [novice, mentor]) {
    const [pair] = pairsOf(await stored(id))
    await officer.does('end-mentoring', dossierOf(id), { row: pair?.id, to: '2026-09-19', reason: 'finished' })
  }
  await officer.sync()
  for (const id of [novice, mentor]) expect(pairsOf(await stored(id))).toMatchObject([{ ended: { to: '2026-09-19', reason: 'finished' } }])
  expect((await report<MentoringReport>('mentoring')).pairs).toEqual([])
})

test('a place in a project is proposed by the school, and more than its quota is shown, not refused', async () => {
  const project = li.op({ kind: 'district', id: w.district }, 'open-project', {
    title: '骨干研修',
    programme: null,
    from: '2026-09-20',
    until: '2026-10-20',
    places: 1,
    quotas: [{ school, places: 1 }],
    first: [],
  })
  expect((await li.sync([project])).results[0]?.result.is).toBe('applied')
  for (const id of [novice, mentor]) await officer.does('propose-place', dossierOf(id), { project: project.content.op, title: '骨干研修' })
  await officer.sync()
  const [state] = (await report<ProgrammeReport>('programmes')).projects
  expect(state?.schools).toEqual([{ school, quota: 1, proposed: 2, given: 0, over: true }])
  const [one] = state?.proposed ?? []
  const given = li.op(dossierOf(one?.person ?? novice), 'decide-place', { row: one?.row, give: true, reason: null })
  expect((await li.sync([given])).results[0]?.result.is).toBe('applied')
  expect((await report<ProgrammeReport>('programmes')).projects[0]).toMatchObject({ given: 1, over: false })
})
