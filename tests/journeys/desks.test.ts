// Whose desk it is: nobody decides on their own claim, a one-person 教学点 finds the 中心校, a handover takes its queue along,
// one person may hold two roles, and nothing waits for the principal.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { dossierOf, phoneOf, type PhoneInHand } from './phones.ts'
import { claim, world, type World } from './world.ts'

let w: World
let central: SchoolId
let point: SchoolId
let alone: PersonId
let officerId: PersonId

beforeAll(async () => {
  w = await world()
  central = await w.school('云台中心校', { kind: 'central', place: 'rural' })
  point = await w.school('云台村教学点', { kind: 'teaching-point', parent: central, place: 'rural' })
  alone = await w.teacher('覃老师', point)
  officerId = await w.teacher('吴专干', central)
  await w.role(officerId, '吴专干', 'officer', { kind: 'school', id: central })
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

const yes = (row: string, hours = '4'): Record<string, unknown> => ({ row, hours, credits: null, note: '' })
const stateOf = async (phone: PhoneInHand, person: PersonId, row: string) =>
  (await phone.entries(person)).find((one) => one.entry.id === row)?.entry.state

test('the only teacher of a 教学点 claims, and the officer of the 中心校 finds it', async () => {
  const hers = await phoneOf(w, alone, '覃老师')
  await hers.sync()
  const row = await hers.does('claim-hours', dossierOf(alone), claim({ level: 'school', mode: 'school-based', organiser: '云台中心校' }))
  await hers.sync()
  const officer = await phoneOf(w, officerId, '吴专干')
  await officer.sync()
  await officer.does('accept-claim', dossierOf(alone), yes(row))
  expect(await officer.sync()).toBe('all-synced')
  await hers.sync()
  expect(await stateOf(hers, alone, row)).toBe('recognised')
})

test("the officer's own claim goes to the district when no other officer is there, and does not wait for a principal", async () => {
  const officer = await phoneOf(w, officerId, '吴专干')
  await officer.sync()
  const row = await officer.does('claim-hours', dossierOf(officerId), claim({ level: 'school', mode: 'school-based' }))
  await officer.sync()
  expect(await officer.tries('accept-claim', dossierOf(officerId), yes(row))).toMatchObject({ is: 'refused', code: 'claim.own-decision' })
  const district = await w.person('李敏')
  await w.role(district, '李敏', 'district-officer', 'district')
  const desk = await phoneOf(w, district, '李敏')
  await desk.sync()
  await desk.does('accept-claim', dossierOf(officerId), yes(row))
  expect(await desk.sync()).toBe('all-synced')
  await officer.sync()
  expect(await stateOf(officer, officerId, row)).toBe('recognised')
})

test('in September the role goes to a colleague with 12 open claims: she sees all of them, the former officer decides none', async () => {
  const school = await w.school('石桥小学')
  const former = await w.teacher('老专干', school)
  const next = await w.teacher('新专干', school)
  await w.role(former, '老专干', 'officer', { kind: 'school', id: school })
  const teacher = await w.teacher('任建平', school)
  const his = await phoneOf(w, teacher, '任建平')
  await his.sync()
  const rows: string[] = []
  for (let i = 1; i <= 12; i += 1)
    rows.push(
      await his.does(
        'claim-hours',
        dossierOf(teacher),
        claim({
          title: `研修 ${String(i)}`,
          level: 'school',
          mode: 'school-based',
          first: `2026-09-${String(i).padStart(2, '0')}`,
          last: `2026-09-${String(i).padStart(2, '0')}`,
        }),
      ),
    )
  await his.sync()
  const old = await phoneOf(w, former, '老专干')
  await old.sync()
  // Decided offline, before the role went over; sent after it.
  old.online = false
  await old.does('accept-claim', dossierOf(teacher), yes(rows[0] ?? ''))
  await endRole(school, former)
  await w.role(next, '新专干', 'officer', { kind: 'school', id: school })
  old.online = true
  await old.sync()
  expect(await old.refusals()).toEqual(['verb.not-allowed'])
  const fresh = await phoneOf(w, next, '新专干')
  await fresh.sync()
  expect((await fresh.entries(teacher)).filter((one) => one.entry.state === 'pending-school')).toHaveLength(12)
  for (const row of rows) await fresh.does('accept-claim', dossierOf(teacher), yes(row))
  expect(await fresh.sync()).toBe('all-synced')
  expect((await fresh.rollUp(school)).hours.counted).toBe(12 * 40)
})

test('a person with two roles claims as a teacher here and decides as an officer there', async () => {
  const here = await w.school('甲小学')
  const there = await w.school('乙小学')
  const both = await w.teacher('两头忙', here)
  const other = await w.teacher('乙老师', there)
  await w.role(both, '两头忙', 'officer', { kind: 'school', id: there })
  const phone = await phoneOf(w, both, '两头忙')
  const his = await phoneOf(w, other, '乙老师')
  await his.sync()
  const row = await his.does('claim-hours', dossierOf(other), claim({ level: 'school', mode: 'school-based' }))
  await his.sync()
  await phone.sync()
  const own = await phone.does('claim-hours', dossierOf(both), claim())
  await phone.does('accept-claim', dossierOf(other), yes(row))
  expect(await phone.sync()).toBe('all-synced')
  expect(await stateOf(phone, both, own)).toBe('pending-school')
  expect(await stateOf(phone, other, row)).toBe('recognised')
})

/** The administrator ends the role that a person holds at a school. */
async function endRole(school: SchoolId, person: PersonId): Promise<void> {
  const device = await w.device(w.admin)
  const answer = await device.sync([], { want: [{ kind: 'school', id: school }] })
  const row = answer.documents.flatMap((one) => one.rows).find((one) => one.kind === 'role' && one.content.includes(person))
  await w.act({ kind: 'school', id: school }, 'end-role', { row: row?.id, to: '2026-09-19' })
}
