// Devices: whose they are, that an id never changes its key or its person, and that one signed off stays off.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rowFrom } from '../../../src/server/store/database.ts'
import { renewalText, type DeviceKey, type DeviceList } from '../../../src/wire/session.ts'
import { districtScene, GOOD, joined, newDevice, outcome, Phone, rawOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof districtScene>>
beforeEach(async () => {
  scene = await districtScene()
})
afterEach(() => scene.end())

const list = async (phone: Phone): Promise<DeviceList['devices']> =>
  ((await (await phone.get('/api/devices')).json()) as DeviceList).devices

describe('devices', () => {
  test('nobody sees or signs off another person’s device', async () => {
    const teacher = await joined(scene, 'teacher-a')
    const other = await joined(scene, 'teacher-b')
    expect((await list(other)).map((d) => d.id)).toEqual([other.device.id])
    expect(await outcome(other.post('/api/devices/revoke', { device: teacher.device.id }))).toBe('404 not-found')
    expect(await outcome(scene.admin.post('/api/devices/revoke', { device: teacher.device.id }))).toBe('404 not-found')
    expect(await outcome(teacher.get('/api/session'))).toBe('200')
  })

  test('the same device id with another key, or of another person, is refused and nothing changes', async () => {
    const teacher = await joined(scene, 'teacher-a')
    await joined(scene, 'teacher-b')
    const thief = new Phone(scene.app)
    thief.device = { ...newDevice(), id: teacher.device.id }
    expect(await outcome(thief.signIn('13900000003', GOOD))).toBe('409 device.other-key')
    expect(await outcome(thief.signIn('13900000006', GOOD))).toBe('409 device.other-key')
    thief.device = teacher.device
    expect(await outcome(thief.signIn('13900000006', GOOD))).toBe('409 device.other-key')
    expect(thief.cookie).toBeNull()
    expect(await rowFrom(scene.db, sql`select person, public_key from device where id = ${teacher.device.id}`)).toEqual({
      person: 'teacher-a',
      public_key: teacher.device.publicKey,
    })
  })

  test('a key that is not on the curve is refused', async () => {
    await joined(scene, 'teacher-a')
    const phone = new Phone(scene.app)
    const raw = Buffer.from(phone.device.publicKey, 'base64url')
    raw[40] = (raw[40] ?? 0) ^ 1
    phone.device = { ...phone.device, publicKey: raw.toString('base64url') }
    expect(await outcome(phone.signIn('T2010001', GOOD))).toBe('422 device.bad-key')
  })

  test('the first sign-in on a slip with a refused device leaves the slip unused', async () => {
    const teacher = await joined(scene, 'teacher-a')
    const code =
      ((await (await scene.admin.post('/api/invites', { of: 'people', people: ['teacher-b'] })).json()) as { slips: { code: string }[] })
        .slips[0]?.code ?? ''
    const phone = new Phone(scene.app)
    expect(await outcome(phone.post('/api/join/finish', { code, password: GOOD, device: teacher.device }))).toBe('409 device.other-key')
    expect(await outcome(phone.post('/api/join/finish', { code, password: GOOD, device: phone.device }))).toBe('200')
  })

  test('a lost phone is signed off from another one within one request, and does not come back', async () => {
    const lost = await joined(scene, 'teacher-a')
    const phone = new Phone(scene.app)
    await phone.signIn('T2010001', GOOD)
    expect(
      (await list(phone))
        .map((d) => ({ id: d.id, thisOne: d.thisOne, since: d.since }))
        .sort((a, b) => Number(b.thisOne) - Number(a.thisOne)),
    ).toEqual([
      { id: phone.device.id, thisOne: true, since: '2026-09-01' },
      { id: lost.device.id, thisOne: false, since: '2026-09-01' },
    ])
    expect(await outcome(phone.post('/api/devices/revoke', { device: lost.device.id }))).toBe('200')
    expect(await outcome(lost.get('/api/session'))).toBe('401 session.none')
    expect(await outcome(lost.signIn('T2010001', GOOD))).toBe('409 device.revoked')
    lost.device = newDevice()
    expect(await outcome(lost.signIn('T2010001', GOOD))).toBe('200')
    expect((await list(phone)).length).toBe(2)
  })

  test('signing off the device in hand signs out', async () => {
    const phone = await joined(scene, 'teacher-a')
    expect(await outcome(phone.post('/api/devices/revoke', { device: phone.device.id }))).toBe('200')
    expect(phone.cookie).toBeNull()
  })
})

describe('a phone that is a copy of another', () => {
  const asked = (from: string, key: KeyObject, to = newDevice()): { from: string; device: DeviceKey; sig: string } => ({
    from,
    device: to,
    sig: sign('sha256', Buffer.from(renewalText(from, to)), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  })

  test('gets a device and a session of its own against both keys, and the other is not signed out', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const phone = await joined(scene, 'teacher-a')
    await sql`update device set public_key = ${rawOf(pair.publicKey)} where id = ${phone.device.id}`.execute(scene.db)
    const copy = new Phone(scene.app)
    copy.cookie = phone.cookie
    const to = newDevice()
    expect(await outcome(copy.post('/api/devices/renew', asked(phone.device.id, pair.privateKey, to)))).toBe('200')
    expect(copy.cookie).not.toBe(phone.cookie)
    expect((await list(copy)).find((d) => d.thisOne)?.id).toBe(to.id)
    expect((await list(phone)).find((d) => d.thisOne)?.id).toBe(phone.device.id)
  })

  test('is not believed without the key of the copied device, nor in the name of another person’s, nor signed out', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const phone = await joined(scene, 'teacher-a')
    const other = await joined(scene, 'teacher-b')
    await sql`update device set public_key = ${rawOf(pair.publicKey)} where id = ${phone.device.id}`.execute(scene.db)
    const right = asked(phone.device.id, pair.privateKey)
    expect(
      await outcome(
        phone.post('/api/devices/renew', asked(phone.device.id, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)),
      ),
    ).toBe('404 not-found')
    expect(await outcome(phone.post('/api/devices/renew', { ...right, device: newDevice() }))).toBe('404 not-found')
    expect(await outcome(other.post('/api/devices/renew', right))).toBe('404 not-found')
    expect(await outcome(new Phone(scene.app).post('/api/devices/renew', right))).toBe('401 session.none')
    expect((await list(phone)).length).toBe(1)
  })
})
