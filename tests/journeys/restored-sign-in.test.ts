// A phone that first signed in after the backup was made: the restored server knows neither its session nor its device. It says to
// sign in again, keeps everything meanwhile, and sends it when its owner has.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { syncWords } from '../../src/app/text/sync-page.ts'
import { createApp } from '../../src/server/app.ts'
import { setPassword } from '../../src/server/accounts/people.ts'
import { hashPassword } from '../../src/server/accounts/password-hash.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { sql } from 'kysely'
import { act } from '../../src/storage/act.ts'
import type { DistrictId } from '../../src/domain/ids.ts'
import type { Random } from '../../src/storage/clock.ts'
import { openDevice, type DeviceKeys } from '../../src/storage/device.ts'
import { closePhone, openPhone, type Phone } from '../../src/storage/phone.ts'
import { publicKeyText, signText } from '../../src/storage/sign.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import { syncOnce } from '../../src/sync/sync-once.ts'
import { dossierOf } from './phones.ts'
import { restoreScene, type Scene } from './restore-scene.ts'
import { claim } from './world.ts'

const PASSWORD = '山城雨夜长江边上的灯'
let s: Scene
let phone: Phone
let keys: DeviceKeys
let cookie = ''

beforeEach(async () => {
  s = await restoreScene()
  const { w, qin } = s
  await sql`update person set phone = '13900000003' where id = ${qin.person}`.execute(w.db)
  await w.db.transaction().execute(async (tx) => setPassword(tx, { district: w.district, id: qin.person }, await hashPassword(PASSWORD), 1))
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange }
  const random: Random = (bytes) => {
    crypto.getRandomValues(bytes)
  }
  const around = {
    clock: { now: () => w.now, zone: () => 480 },
    random,
    notes: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    engine,
  }
  keys = await openDevice(around.clock, around.random, engine).newKeys()
  phone = await openPhone(
    { person: qin.person, name: qin.name, district: w.district as DistrictId, device: keys.device },
    { ...around, build: 'test' },
  )
})
afterEach(async () => {
  closePhone(phone)
  await s.close()
})

/** The server as it is started: who is asking goes by the session alone. */
const server = () =>
  createApp({
    db: s.w.db,
    clock: () => s.w.now,
    chance: () => 0.5,
    rules: districtRules,
    address: { publicUrl: null, trustProxy: false },
    report: (_where, error) => void s.w.failures.push(error),
    dist: 'nowhere',
    fillDemo: null,
  })
async function post(path: string, body: string): Promise<Response> {
  const answer = await server().request(path, {
    method: 'POST',
    body,
    headers: { host: '127.0.0.1', 'content-type': 'application/json', 'x-yantu': '1', cookie },
  })
  const set = answer.headers.get('set-cookie')
  if (set !== null) cookie = set.split(';')[0] ?? ''
  return answer
}
const signIn = async (): Promise<number> =>
  (
    await post(
      '/api/sign-in',
      JSON.stringify({ who: '13900000003', password: PASSWORD, device: { id: keys.device, publicKey: await publicKeyText(keys) } }),
    )
  ).status
const sync = async (): Promise<string> =>
  (
    await syncOnce({
      phone,
      signer: { device: keys.device, sign: (text) => signText(keys, text) },
      build: 'test',
      tab: 'tab',
      batch: newBatchSize(),
      inHand: () => Promise.resolve(true),
      transport: {
        post: async (path, body) => {
          const answer = await post(path, body)
          return { is: 'answered', status: answer.status, text: await answer.text(), retryAfterMs: null }
        },
      },
    })
  ).outcome.is
const claims = async (title: string): Promise<void> => {
  expect(
    (await act(phone, { verb: 'claim-hours', subject: dossierOf(s.qin.person), args: claim({ title }) } as Parameters<typeof act>[1])).is,
  ).toBe('saved')
}
const atServer = async (): Promise<number> =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from document_row where subject_id = ${s.qin.person} and kind = 'hours'`.execute(s.w.db))
      .rows[0]?.n,
  )

test('what it had sent and what it had not both arrive after signing in again, once each', async () => {
  const file = `${s.folder}/before.gz`
  await s.yantu('backup', file)
  expect(await signIn()).toBe(200)
  expect(await sync()).toBe('all-synced')
  await claims('备份后送到的')
  expect(await sync()).toBe('all-synced')
  await s.yantu('restore', file, '--confirm')
  await claims('恢复后记的')
  expect(await atServer()).toBe(0)
  expect(await sync()).toBe('signed-out')
  // In words, with the way out on every page: signing in again (SignedInPage).
  expect(syncWords.outcome['signed-out']).toMatch(/记录都在手机里，重新登录/)
  expect(await signIn()).toBe(200)
  expect(await sync()).toBe('all-synced')
  expect(await atServer()).toBe(2)
  expect(await sync()).toBe('all-synced')
  expect(await atServer()).toBe(2)
  expect(s.w.failures).toEqual([])
})
