// 退出并换人 and coming back without a network: the password opens what lies on this phone, few tries are free, and what is kept
// of the password is too little to find it.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { openDevice, type DeviceStore } from '../../src/storage/device.ts'
import { MOST_WRONG } from '../../src/storage/lock.ts'
import type { SessionInfo } from '../../src/wire/session.ts'
import { chance, standing } from './people.ts'

// Every try costs what it is meant to cost; on a busy machine a dozen of them take a while.
vi.setConfig({ testTimeout: 60_000 })

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
const PASSWORD = '江北的山-2026'
const MINUTE = 60_000

async function left(
  clock = standing(),
): Promise<{ store: DeviceStore; clock: typeof clock; key: string; engine: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange } }> {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange }
  const store = openDevice(clock, chance, engine)
  const { key } = await store.cameIn(session('p1'), (await store.keysFor('138')).device, '138')
  await store.keepLock(key, PASSWORD)
  await store.putDown()
  return { store, clock, key, engine }
}

test('whoever left a phone opens their own records again with their password, and nobody’s without', async () => {
  const { store, key } = await left()
  expect(await store.unlock(key, '猜一个')).toEqual({ is: 'wrong' })
  expect(await store.current()).toBeNull()
  expect(await store.unlock('d:p2', PASSWORD)).toEqual({ is: 'server-only' })
  expect(await store.unlock(key, PASSWORD)).toEqual({ is: 'opened' })
  expect((await store.current())?.session.person).toBe('p1')
  store.close()
})

test('guessing gets slower with every try, also over restarts of the app, and in the end only the server is asked', async () => {
  const { store, clock, key, engine } = await left()
  expect([await store.unlock(key, 'a'), await store.unlock(key, 'b'), await store.unlock(key, 'c')]).toEqual([
    { is: 'wrong' },
    { is: 'wrong' },
    { is: 'wrong' },
  ])
  expect(await store.unlock(key, PASSWORD)).toEqual({ is: 'wait', ms: 30_000 })
  store.close()
  const again = openDevice(clock, chance, engine)
  expect(await again.unlock(key, PASSWORD)).toEqual({ is: 'wait', ms: 30_000 })
  for (let wrong = 4; wrong < MOST_WRONG; wrong += 1) {
    clock.ms += 15 * MINUTE
    expect(await again.unlock(key, `guess ${wrong}`)).toEqual({ is: 'wrong' })
  }
  clock.ms += 15 * MINUTE
  expect(await again.unlock(key, 'the last')).toEqual({ is: 'server-only' })
  clock.ms += 24 * 60 * MINUTE
  expect(await again.unlock(key, PASSWORD)).toEqual({ is: 'server-only' })
  // The server let them in: the next lock is a new one.
  await again.cameIn(session('p1'), (await again.keysFor('138')).device, '138')
  await again.keepLock(key, PASSWORD)
  await again.putDown()
  expect(await again.unlock(key, PASSWORD)).toEqual({ is: 'opened' })
  again.close()
})

test('a wait is over when it is over, and a right password forgets the wrong ones before it', async () => {
  const { store, clock, key } = await left()
  for (const guess of ['a', 'b', 'c']) await store.unlock(key, guess)
  clock.ms += 30_000
  expect(await store.unlock(key, PASSWORD)).toEqual({ is: 'opened' })
  await store.putDown()
  expect([await store.unlock(key, 'd'), await store.unlock(key, PASSWORD)]).toEqual([{ is: 'wrong' }, { is: 'opened' }])
  store.close()
})

test('a clock that was put back makes nobody wait longer than a wait ever is', async () => {
  const { store, clock, key } = await left()
  for (const guess of ['a', 'b', 'c']) await store.unlock(key, guess)
  clock.ms -= 30 * 24 * 60 * MINUTE
  expect(await store.unlock(key, PASSWORD)).toEqual({ is: 'wait', ms: 15 * MINUTE })
  store.close()
})

test('a password the server no longer takes does not open this phone either', async () => {
  const { store, key } = await left()
  await store.dropLockOf(key, '一个错的')
  expect(await store.unlock(key, 'x')).toEqual({ is: 'wrong' })
  await store.dropLockOf(key, PASSWORD)
  expect(await store.unlock(key, PASSWORD)).toEqual({ is: 'server-only' })
  store.close()
})

test('of a password no more than twenty bits are kept, and coming in again keeps the lock', async () => {
  const { store, key } = await left()
  const before = (await store.accounts())[0]?.lock
  expect(before).toMatchObject({ check: expect.stringMatching(/^[0-9a-f]{5}$/) as string, wrong: 0, notBefore: 0 })
  await store.cameIn(session('p1'), (await store.keysFor('138')).device, null)
  expect((await store.accounts()).find((one) => one.key === key)?.lock).toEqual(before)
  store.close()
})
