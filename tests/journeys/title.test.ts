// A title from nomination to end, by real phones: the school proposes without a network, the district finds it in its report, fetches the
// dossier, awards; the teacher sees it; it is renewed and ended, and every past day is answered as it was.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { knownAt } from '../../src/domain/document.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import type { TierReport } from '../../src/domain/tiers/tier-report.ts'
import { nominationsOf, titlesOn } from '../../src/domain/tiers/title.ts'
import { withServer } from '../../src/server/door/door.ts'
import { readDossiers } from '../../src/server/reference/dossiers.ts'
import { dossierOf, fileOf, phoneOf, type PhoneInHand } from './phones.ts'
import { world, type Device, type World } from './world.ts'

let w: World
let school: SchoolId
let qin: PersonId
let officer: PhoneInHand
let teacher: PhoneInHand
let li: Device
let row: string

const SAID = { rung: 'yz-backbone', level: 'district', as: 'held', subject: '语文', programme: '三名工程' }
const DAY_MS = 86_400_000
const report = async (query = ''): Promise<TierReport> =>
  ((await (await li.fetch(`/api/reports/tiers?${query}`)).json()) as { answer: TierReport }).answer
const stored = async (): Promise<Dossier> => {
  const [found] = await withServer(w.db, { district: w.district, person: w.admin }, (tx) => readDossiers(tx, w.district, [qin]))
  if (found === undefined) throw new Error('nobody')
  return found
}
async function decide(verb: string, args: Record<string, unknown>): Promise<string> {
  const op = li.op(dossierOf(qin), verb, args)
  const { results } = await li.sync([op])
  return results[0]?.result.is ?? ''
}

beforeAll(async () => {
  w = await world()
  school = await w.school('江岸小学')
  qin = await w.teacher('覃丽莎', school)
  const officerId = await w.teacher('单国庆', school)
  await w.role(officerId, '单国庆', 'officer', { kind: 'school', id: school })
  const officerOfDistrict = await w.person('李敏')
  await w.role(officerOfDistrict, '李敏', 'district-officer', 'district')
  li = await w.device(officerOfDistrict)
  officer = await phoneOf(w, officerId, '单国庆')
  teacher = await phoneOf(w, qin, '覃丽莎')
  await officer.sync()
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

test('a school proposes a teacher without a network, and twice is refused in words on the spot', async () => {
  officer.online = false
  row = await officer.does('nominate-title', dossierOf(qin), { ...SAID, note: '' })
  expect(await officer.tries('nominate-title', dossierOf(qin), { ...SAID, note: '' })).toMatchObject({
    is: 'refused',
    code: 'title.already-nominated',
  })
  expect(
    await officer.tries('award-title', dossierOf(qin), { row, ...SAID, from: '2026-09-01', until: null, deed: '', evidence: '' }),
  ).toMatchObject({ is: 'refused', code: 'title.other-desk' })
  await officer.does('record-pupils', fileOf(school), { count: 400, asOf: '2026-09-01' })
  officer.online = true
  expect(await officer.sync()).toMatch(/^(all-)?synced$/)
  expect(titlesOn(await stored(), day('2026-09-20'))).toEqual([])
})

test('the district finds it waiting, awards it, and the school has one 骨干 for its 400 pupils', async () => {
  expect((await report()).waiting).toMatchObject([{ name: '覃丽莎', row, rung: 'yz-backbone', byName: '单国庆' }])
  expect(
    await decide('award-title', { row, ...SAID, from: '2026-09-01', until: '2027-08-31', deed: '渝中教〔2026〕18号', evidence: '' }),
  ).toBe('applied')
  const after = await report()
  expect(after.waiting).toEqual([])
  expect(after.schools).toMatchObject([{ school, onRoll: 2, titled: 1, backbone: 1, pupils: { count: 400 }, perHundred: '0.25' }])
  expect((await report('rung=yz-backbone:district')).people.map((p) => p.name)).toEqual(['覃丽莎'])
})

test('the teacher has it on her own phone, and her school may not end what the district gave', async () => {
  await teacher.sync()
  await officer.sync()
  expect(await officer.tries('end-title', dossierOf(qin), { row, to: '2026-09-20', reason: 'expired', note: '' })).toMatchObject({
    is: 'refused',
    code: 'title.other-desk',
  })
  expect(await teacher.tries('renew-title', dossierOf(qin), { row, from: '2027-09-01', until: null, deed: '' })).toMatchObject({
    is: 'refused',
    code: 'verb.not-allowed',
  })
  expect(nominationsOf(await stored())).toEqual([])
})

test('renewed a year later and ended, it counts on each day as it was, and as known then', async () => {
  const first = day('2026-09-20')
  w.now += 400 * DAY_MS
  const later = day('2027-10-25')
  expect((await report()).schools).toMatchObject([{ backbone: 0 }])
  expect(await decide('renew-title', { row, from: '2027-09-01', until: null, deed: '渝中教〔2027〕9号' })).toBe('applied')
  expect((await report()).schools).toMatchObject([{ backbone: 1 }])
  expect(await decide('end-title', { row, to: '2027-10-20', reason: 'promoted', note: '' })).toBe('applied')
  const dossier = await stored()
  expect([titlesOn(dossier, first), titlesOn(dossier, day('2027-10-20')), titlesOn(dossier, later)].map((t) => t.length)).toEqual([1, 1, 0])
  expect(titlesOn(knownAt(dossier, first), later)).toEqual([])
  expect((await report('asOf=2026-12-31')).schools).toMatchObject([{ backbone: 1 }])
  expect((await report('asOf=2026-12-31&knownAt=2026-08-31')).schools).toMatchObject([{ backbone: 0 }])
  expect(await decide('end-title', { row, to: '2026-08-01', reason: 'other', note: '' })).toBe('refused')
})
