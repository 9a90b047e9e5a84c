// Every release that was ever given out, asked again: its signed ops must verify, be understood, be answered as they were and come
// to exactly the same documents; its phone must open with today's code, keep its queue and agree with the server.
// FREEZE=0.2.0 writes a release, once, before it is given out.
import { readdirSync, readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/domain/ids.ts'
import { readDraft } from '../../src/storage/drafts.ts'
import { dossierView } from '../../src/storage/dossier-view.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { read } from '../../src/storage/phone.ts'
import { queueOf } from '../../src/storage/to-send.ts'
import { hashText } from '../../src/wire/canonical.ts'
import { storyPhone, type StoryPhone } from '../journeys/phone.ts'
import { todayIn } from '../journeys/phones.ts'
import { layDown, readDump, type Dump } from './dump.ts'
import { folderOf, folderToWrite, readRelease, replay, type Release, type Replayed } from './release.ts'

const asked = process.env['FREEZE']
const releases = readdirSync(new URL('./releases/', import.meta.url)).sort()

if (asked !== undefined) {
  test(`${asked} is frozen`, async () => {
    const { freeze } = await import('./freeze.ts')
    console.log(await freeze(asked))
  })
}

test('a release that is frozen is never written again', () => {
  expect(releases.length).toBeGreaterThan(0)
  for (const release of releases) expect(() => folderToWrite(release)).toThrow('never written again')
})

describe.each(releases)('release %s', (name) => {
  let release: Release
  let replayed: Replayed
  let phone: StoryPhone
  let dump: Dump

  beforeAll(async () => {
    release = readRelease(name)
    replayed = await replay(release)
    toClose.push(() => replayed.w.close())
  })
  const toClose: (() => unknown)[] = []
  afterAll(async () => {
    for (const close of toClose) await close()
  })

  test('every op of every verb it had is verified, understood and answered as it was then', () => {
    expect(
      release.verbs.filter(
        (verb) => !release.steps.some((step) => step.by === 'phone' && step.op.content.verb === verb && step.result.is !== 'refused'),
      ),
    ).toEqual([])
    expect(replayed.differences).toEqual([])
  })

  test('and they come to exactly the documents that they came to then, to the byte', () => {
    expect([...replayed.documents.keys()].sort()).toEqual(Object.keys(release.documents).sort())
    for (const [key, text] of Object.entries(release.documents))
      expect(`${key}\n${replayed.documents.get(key) ?? ''}`).toBe(`${key}\n${text}`)
    expect(replayed.w.failures).toEqual([])
  })

  test('its phone opens with today’s code, with its queue, its refusal, its draft and its picture', async () => {
    const text = readFileSync(`${folderOf(name)}phone.json`, 'utf8')
    const { person, device, jwk } = JSON.parse(text) as { person: string; device: string; jwk: JsonWebKey & { d?: string } }
    dump = readDump(JSON.stringify((JSON.parse(text) as { dump: unknown }).dump))
    const storage = new IDBFactory()
    await layDown(storage, dump)
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const { d: _d, key_ops: _ops, ...half } = jwk
    const keys = {
      device,
      privateKey: await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']),
      publicKey: await crypto.subtle.importKey('jwk', { ...half, key_ops: ['verify'] }, algorithm, true, ['verify']),
    }
    phone = await storyPhone(replayed.w, person as PersonId, '覃丽莎', { storage, keys })
    toClose.unshift(() => {
      phone.close()
    })
    expect(await queueOf(phone.phone)).toMatchObject({ waiting: 2, refused: 1 })
    expect((await read(phone.phone, outboxView)).pending.map((one) => one.args['title'])).toEqual(['还在手机里的一', '还在手机里的二'])
    expect(await readDraft(phone.phone, 'claim')).toEqual({ title: '没写完的' })
    const pictures = await phone.phone.database.blobs.toArray()
    expect(pictures.map((one) => new TextDecoder().decode(one.bytes))).toEqual(['一张图'])
  })

  test('it hands in what it had not sent, and then it holds exactly what a new phone gets', async () => {
    const { w } = replayed
    const person = phone.phone.owner.person
    expect((await phone.sync('all')).outcome).toEqual({ is: 'synced', waiting: 0, refused: 1 })
    const fresh = await storyPhone(w, person, '覃丽莎')
    expect((await fresh.sync('all')).outcome).toEqual({ is: 'all-synced' })
    const held = async (one: StoryPhone): Promise<string[]> =>
      (await one.phone.database.documents.toArray()).map(({ key, text, digest }) => `${key} ${digest} ${hashText(text)}`).sort()
    expect(await held(phone)).toEqual(await held(fresh))
    const titles = ((await dossierView(fresh.phone, person, todayIn(w)))?.entries ?? []).map(({ entry }) => entry.training.title)
    for (const title of ['还在手机里的一', '还在手机里的二']) expect(titles.filter((one) => one === title).length).toBe(1)
    fresh.close()
  })
})
