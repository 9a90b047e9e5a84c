import { webcrypto } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { openDevice } from '../../src/storage/device.ts'
import { base64url, publicKeyText, signText } from '../../src/storage/sign.ts'
import { uuidv7 } from '../../src/storage/uuid.ts'
import { todayOf, wallClock } from '../../src/storage/clock.ts'
import type { SessionInfo } from '../../src/wire/session.ts'
import { isUuid } from '../../src/domain/ids.ts'
import { chance, standing } from './people.ts'

const session = (person: string): SessionInfo => ({
  person,
  name: person,
  hasDossier: true,
  roles: [],
  district: { id: 'd', code: '500103', name: '渝中区' },
  home: null,
  device: '',
  words: {},
})
const engine = () => ({ indexedDB: new IDBFactory(), IDBKeyRange })

test('ids made on a phone are version 7, carry its clock and are never made twice', () => {
  const clock = standing()
  const ids = Array.from({ length: 500 }, () => uuidv7(clock, chance))
  expect(ids.every(isUuid)).toBe(true)
  expect(ids.every((id) => id.charAt(14) === '7' && '89ab'.indexOf(id.charAt(19)) >= 0)).toBe(true)
  expect(parseInt((ids[0] ?? '').replace(/-/g, '').slice(0, 12), 16)).toBe(clock.ms)
  expect(new Set(ids).size).toBe(500)
})

test('the phone’s day is the local one, also just after midnight', () => {
  const clock = { now: () => Date.UTC(2026, 2, 9, 16, 0, 5), zone: () => 480 }
  expect(wallClock(clock)).toBe('2026-03-10T00:00:05')
  expect(todayOf(clock)).toBe('2026-03-10')
})

test('a device’s key survives reopening, signs what the server can verify, and cannot be taken out', async () => {
  const kept = engine()
  const store = openDevice(standing(), chance, kept)
  const made = await store.keysFor('13800000000')
  await store.cameIn(session('p1'), made.device, '13800000000')
  store.close()
  const again = openDevice(standing(), chance, kept)
  const keys = await again.keysFor('13800000000')
  expect(keys.device).toBe(made.device)
  const raw = Buffer.from(await publicKeyText(keys), 'base64url')
  expect([raw.length, raw[0]]).toEqual([65, 4])
  const key = await webcrypto.subtle.importKey('raw', raw, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const signature = Buffer.from(await signText(keys, '学时'), 'base64url')
  expect(await webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, Buffer.from('学时'))).toBe(true)
  await expect(webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).rejects.toThrow()
  again.close()
})

test('two people on one phone have a device each; putting one down keeps both', async () => {
  const store = openDevice(standing(), chance, engine())
  const first = await store.keysFor('13800000000')
  await store.cameIn(session('p1'), first.device, '13800000000')
  const second = await store.keysFor('13900000000')
  expect(second.device).not.toBe(first.device)
  await store.cameIn(session('p2'), second.device, '13900000000')
  expect((await store.current())?.session.person).toBe('p2')
  await store.putDown()
  expect(await store.current()).toBeNull()
  expect((await store.accounts()).map((one) => one.session.person).sort()).toEqual(['p1', 'p2'])
  store.close()
})

test('bytes are written as base64url without padding', () => {
  for (const text of ['', 'f', 'fo', 'foo', 'foob', '学时?>'])
    expect(base64url(new TextEncoder().encode(text))).toBe(Buffer.from(text).toString('base64url'))
})
