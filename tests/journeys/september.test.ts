// September at a 小学 with 38 teachers: one act gives everyone their hours, one objects, a colleague records offline, and the
// principal, the district and a recomputation read the same totals.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SchoolId } from '../../src/domain/ids.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { dossierOf, phoneOf, schoolBased, type PhoneInHand } from './phones.ts'
import { claim, world, type World } from './world.ts'

let w: World
let school: SchoolId
let teachers: PersonId[]
let officer: PhoneInHand
let officerId: PersonId

beforeAll(async () => {
  w = await world()
  school = await w.school('江岸小学')
  teachers = []
  for (let i = 1; i <= 37; i += 1) teachers.push(await w.teacher(`老师${String(i)}`, school))
  officerId = await w.teacher('单国庆', school)
  await w.role(officerId, '单国庆', 'officer', { kind: 'school', id: school })
  officer = await phoneOf(w, officerId, '单国庆')
  return () => w.close()
})
afterAll(() => {
  expect(w.failures).toEqual([])
})

const districtTotals = async (): Promise<{ counted: number; onRoll: number }> => {
  const id = await w.person('李敏')
  await w.role(id, '李敏', 'district-officer', 'district')
  const device = await w.device(id)
  const answer = (await (await device.fetch('/api/district/overview')).json()) as { totals: { onRoll: number; hours: { counted: number } } }
  return { counted: answer.totals.hours.counted, onRoll: answer.totals.onRoll }
}

test('an officer without a network gives 38 people their hours in one act, and the server takes every one of them once', async () => {
  expect(await officer.sync()).toBe('all-synced')
  officer.online = false
  await officer.registers(school, schoolBased(), [...teachers, officerId])
  expect(await officer.sync()).toBe('not-connected')
  expect((await officer.rollUp(school)).hours.counted).toBe(37 * 40)
  await officer.restart()
  officer.online = true
  // Her own line went to another desk, as her phone had said when she saved: no news, so nothing is left for her to look at.
  expect(await officer.sync()).toBe('all-synced')
  const roll = await officer.rollUp(school)
  expect(roll).toMatchObject({ onRoll: 38, counted: 38, notCounted: 0 })
  expect(roll.hours.counted).toBe(37 * 40)
  expect(roll.waiting.school).toBe(1)
})

test("the officer's own line of the roster waits for another desk, and a principal may decide it", async () => {
  const principalId = await w.teacher('何校长', school)
  await w.role(principalId, '何校长', 'principal', { kind: 'school', id: school })
  const principal = await phoneOf(w, principalId, '何校长')
  await principal.sync()
  const [own] = await principal.entries(officerId)
  expect(own?.entry.state).toBe('pending-school')
  expect(
    await officer.tries('accept-claim', dossierOf(officerId), { row: own?.entry.id, hours: '4', credits: null, note: '' }),
  ).toMatchObject({ is: 'refused', code: 'claim.own-decision' })
  await principal.does('accept-claim', dossierOf(officerId), { row: own?.entry.id, hours: '4', credits: null, note: '' })
  expect(await principal.sync()).toBe('all-synced')
  await officer.sync()
  expect((await officer.entries(officerId))[0]?.entry.state).toBe('recognised')
})

test('a teacher who objects is heard, and the answer with the right hours reaches her own phone', async () => {
  const [first] = teachers
  if (first === undefined) throw new Error('nobody')
  const hers = await phoneOf(w, first, '老师1')
  await hers.sync()
  const [granted] = await hers.entries(first)
  expect(granted?.entry).toMatchObject({ state: 'recognised', recognised: 40 })
  const request = await hers.does('request-correction', dossierOf(first), { row: granted?.entry.id, reason: '那天只参加了上午' })
  expect(await hers.sync()).toBe('all-synced')
  await officer.sync()
  expect((await officer.entries(first))[0]?.entry.openRequest?.reason).toBe('那天只参加了上午')
  await officer.does('answer-correction', dossierOf(first), { row: granted?.entry.id, request, hours: '2', reason: '已核对签到' })
  await officer.sync()
  await hers.sync()
  expect((await hers.entries(first))[0]?.entry).toMatchObject({ recognised: 20, openRequest: null })
})

test('a teacher records hours offline, restarts, sends late, and school and district say the same to the tenth', async () => {
  const second = teachers[1]
  if (second === undefined) throw new Error('nobody')
  const his = await phoneOf(w, second, '老师2')
  await his.sync()
  his.online = false
  const row = await his.does('claim-hours', dossierOf(second), claim({ hours: '4.5' }))
  await his.restart()
  expect((await his.entries(second)).find((one) => one.entry.id === (row as string))?.local).toBe('on-this-phone')
  his.online = true
  expect(await his.sync()).toBe('all-synced')
  await officer.sync()
  await officer.does('accept-claim', dossierOf(second), { row, hours: '4.5', credits: null, note: '' })
  await officer.sync()
  await his.sync()
  expect((await his.entries(second)).find((one) => one.entry.id === (row as string))?.entry.state).toBe('pending-district')
  const inSchool = await officer.rollUp(school)
  const inDistrict = await districtTotals()
  expect(inDistrict).toEqual({ counted: inSchool.hours.counted, onRoll: inSchool.onRoll })
})

test('a teacher who never signs in is fully served: her hours stand and her proof can be printed by the school', async () => {
  const never = teachers[30]
  if (never === undefined) throw new Error('nobody')
  await officer.does('record-for', dossierOf(never), { ...recorded(), originalSeen: true })
  await officer.sync()
  const states = (await officer.entries(never)).map((one) => [one.entry.origin, one.entry.state])
  expect(states).toContainEqual(['granted', 'recognised'])
  expect(states.some(([origin]) => origin === 'recorded')).toBe(true)
})

test('what is kept as standings is what recomputation says', async () => {
  expect(await verify(w.db, districtRules)).toEqual([])
})

function recorded(): Record<string, unknown> {
  const { replaces: _replaces, ...rest } = claim({ evidence: [{ is: 'paper-at-school' }] })
  return rest
}
