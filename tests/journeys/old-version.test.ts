// A phone whose app was not updated for years: it hands in what it has, keeps showing what it had, makes nothing new, and says
// that it wants the update; after the update it goes on as if nothing had been. Nothing it saved is lost.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '../../src/domain/ids.ts'
import { act, type Acted } from '../../src/storage/act.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { queueOf } from '../../src/storage/to-send.ts'
import { PROTOCOL, type SyncResponse } from '../../src/wire/sync.ts'
import { isOlderBuild } from '../../src/wire/versions.ts'
import { dossierOf, todayIn } from './phones.ts'
import { storyPhone, type StoryPhone } from './phone.ts'
import { claim, world, type World } from './world.ts'

let w: World
let qin: PersonId
let phone: StoryPhone

beforeAll(async () => {
  w = await world({ overrides: { oldestBuild: '0.2.0' } })
  qin = await w.teacher('覃丽莎', await w.school('实验小学'))
  phone = await storyPhone(w, qin, '覃丽莎')
  expect((await phone.sync()).outcome).toEqual({ is: 'all-synced' })
})
afterAll(async () => {
  phone.close()
  await w.close()
})

const claims = (title: string): Promise<Acted> => act(phone.phone, { verb: 'claim-hours', subject: dossierOf(qin), args: claim({ title }) })
const titles = async (one: StoryPhone): Promise<string[]> =>
  ((await dossierView(one.phone, qin, todayIn(w)))?.entries ?? []).map(({ entry }) => entry.training.title).sort()
const atServer = async (): Promise<string[]> => {
  const fresh = await storyPhone(w, qin, '覃丽莎')
  expect((await fresh.sync()).outcome).toEqual({ is: 'all-synced' })
  const found = await titles(fresh)
  fresh.close()
  return found
}

test('what was saved before is handed in, and only then does it ask for the update', async () => {
  expect((await claims('听课')).is).toBe('saved')
  expect((await claims('磨课')).is).toBe('saved')
  phone.build = '0.1.0+3c5f0aa.1b2c3d'
  await phone.reopen()
  expect((await phone.sync()).outcome).toEqual({ is: 'update-needed' })
  expect((await queueOf(phone.phone)).waiting).toBe(0)
  expect(await atServer()).toEqual(['听课', '磨课'])
})

test('it shows what it had, its own last records among it, and takes no rows it might not understand', async () => {
  expect(await titles(phone)).toEqual(['听课', '磨课'])
  const last = JSON.parse(phone.received[phone.received.length - 1] ?? '') as SyncResponse
  expect({ rows: last.rows, documents: last.documents, more: last.more, scope: last.scope, reference: last.reference }).toEqual({
    rows: [],
    documents: [],
    more: true,
  })
})

test('nothing new can be made with it, and it says so, also after it was opened anew without a network', async () => {
  expect(await claims('讲座')).toEqual({ is: 'failed', reason: 'read-only' })
  await phone.reopen()
  expect(await claims('讲座')).toEqual({ is: 'failed', reason: 'read-only' })
})

test('once updated it goes on as before', async () => {
  phone.build = '0.2.0+aaaaaaa'
  await phone.reopen()
  expect((await claims('讲座')).is).toBe('saved')
  expect((await phone.sync()).outcome).toEqual({ is: 'all-synced' })
  expect(await titles(phone)).toEqual(['听课', '磨课', '讲座'].sort())
  expect(await atServer()).toEqual(await titles(phone))
})

test('an earlier form of request hands in its ops too; a later one than the server knows is told so and loses nothing', async () => {
  const device = await w.device(qin)
  const op = device.op(dossierOf(qin), 'claim-hours', claim({ title: '很旧的' }))
  const body = (protocol: number): string =>
    JSON.stringify({
      protocol,
      build: 'x',
      generation: null,
      cursor: null,
      held: '',
      want: [],
      opened: [],
      reference: null,
      ops: [op],
      digests: 'changed',
    })
  const later = await device.fetch('/api/sync', { method: 'POST', body: body(PROTOCOL + 1) })
  expect([later.status, await later.json()]).toEqual([409, { code: 'sync.protocol' }])
  const earlier = (await (await device.fetch('/api/sync', { method: 'POST', body: body(PROTOCOL - 1) })).json()) as SyncResponse
  expect(earlier.results).toEqual([{ op: op.content.op, result: { is: 'applied' } }])
  expect([earlier.documents, earlier.scope]).toEqual([[], undefined])
  expect(w.failures).toEqual([])
})

test('only releases are compared: what is not one is never too old', () => {
  const older: readonly (readonly [string, string, boolean])[] = [
    ['0.1.0', '0.1.0', false],
    ['0.1.0+abc', '0.1.1', true],
    ['0.9.9', '0.10.0', true],
    ['1.0.0-beta', '0.99.0', false],
    ['0.1.0', '', false],
    ['development', '9.9.9', false],
    ['', '0.1.0', false],
    ['0.2', '0.3.0', false],
  ]
  for (const [build, oldest, is] of older)
    expect(`${build} < ${oldest} ${String(isOlderBuild(build, oldest))}`).toBe(`${build} < ${oldest} ${String(is)}`)
})
