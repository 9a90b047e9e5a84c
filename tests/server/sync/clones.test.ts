// Two databases that go by the same device (a copied profile), as the server sees them: told apart by their numbers, noted once,
// refused with a way out; and numbers left out, which are noted and never waited for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { PersonId } from '../../../src/domain/ids.ts'
import type { SignedOp } from '../../../src/wire/op.ts'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let qin: PersonId
let phone: Device

beforeAll(async () => {
  w = await world()
  qin = await w.teacher('覃丽莎', await w.school('实验小学'))
  phone = await w.device(qin)
})
afterAll(() => w.close())

const claims = (device: Device): SignedOp => device.op({ kind: 'teacher', id: device.person }, 'claim-hours', claim())
const said = async (device: Device, ops: readonly SignedOp[]): Promise<string[]> => {
  const { results } = await device.sync(ops)
  return ops
    .map(({ content }) => results.find((one) => one.op === content.op)?.result)
    .map((result) => (result === undefined ? 'nothing' : result.is === 'refused' ? result.code : result.is))
}
const noted = async (): Promise<string[]> =>
  (await sql<{ kind: string; op: string }>`select kind, op from security_event order by id`.execute(w.db)).rows.map(
    ({ kind, op }) => `${kind} ${op}`,
  )
const logged = async (op: SignedOp): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from op_log where op = ${op.content.op}`.execute(w.db)).rows[0]?.n ?? -1

test('two ops under one number of one device: the second is not taken and not stored, and is noted once however often it comes', async () => {
  const first = claims(phone)
  expect(await said(phone, [first])).toEqual(['applied'])
  phone.n -= 1
  const other = claims(phone)
  expect(await said(phone, [other])).toEqual(['op.cloned-device'])
  expect(await said(phone, [other, first])).toEqual(['op.cloned-device', 'applied'])
  expect(await logged(other)).toBe(0)
  expect(await noted()).toEqual([`op.cloned-device ${other.content.op}`])
})

test('signed by a device of its own it is taken, once', async () => {
  phone.n -= 1
  const other = claims(phone)
  expect(await said(phone, [other])).toEqual(['op.cloned-device'])
  const own = await w.device(qin)
  expect(await said(own, [own.resign(other.content)])).toEqual(['applied'])
  expect(await said(own, [own.resign(other.content)])).toEqual(['applied'])
  expect(await logged(other)).toBe(1)
})

test('nothing else of the copy is taken with it, so that it does not use up numbers of the other', async () => {
  const device = await w.device(qin)
  const [first, second] = [claims(device), claims(device)]
  expect(await said(device, [first])).toEqual(['applied'])
  device.n = 0
  const copy = [claims(device), claims(device), claims(device)]
  expect(await said(device, copy)).toEqual(['op.cloned-device', 'op.cloned-device', 'op.cloned-device'])
  expect(await said(device, [second])).toEqual(['applied'])
})

test('a number used twice in one request is noticed as well', async () => {
  const device = await w.device(qin)
  const one = claims(device)
  device.n = 0
  const two = claims(device)
  expect((await said(device, [one, two])).sort()).toEqual(['op.cloned-device', 'op.cloned-device'])
})

test('numbers left out are noted once and hold nothing up; what another device of the person brought is not missing', async () => {
  const tao = await w.teacher('陶老师', await w.school('解放小学'))
  const device = await w.device(tao)
  const [first, lost, third, fourth] = [claims(device), claims(device), claims(device), claims(device)]
  expect(await said(device, [first])).toEqual(['applied'])
  const before = (await noted()).length
  expect(await said(device, [third])).toEqual(['applied'])
  expect(await said(device, [third, fourth])).toEqual(['applied', 'applied'])
  expect((await noted()).slice(before)).toEqual([`device.gap ${third.content.op}`])
  expect(await said(device, [lost])).toEqual(['applied'])

  const [fifth, sixth] = [claims(device), claims(device)]
  const newer = await w.device(tao)
  newer.n = 4
  expect(await said(newer, [newer.resign(fifth.content)])).toEqual(['applied'])
  expect(await said(device, [sixth])).toEqual(['applied'])
  expect((await noted()).length).toBe(before + 1)
  expect(w.failures).toEqual([])
})
