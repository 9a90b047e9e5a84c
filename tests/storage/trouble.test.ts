// Storage that fails while it is opened or held: each way with a reason of its own, never a wait without end, and a way to what
// was not sent.

import { IDBKeyRange, type IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { act } from '../../src/storage/act.ts'
import { databaseName } from '../../src/storage/database.ts'
import { KeepingFailed } from '../../src/storage/keeping-failed.ts'
import { writeMeta } from '../../src/storage/meta.ts'
import { forgetInHand, noteInHand, rescueFromNotes } from '../../src/storage/rescue-notes.ts'
import { openKept } from '../../src/storage/recover.ts'
import { closePhone, openPhone, read, write, type Owner, type Phone } from '../../src/storage/phone.ts'
import { keepSignatures, unsignedOps } from '../../src/storage/to-send.ts'
import { RescueFile } from '../../src/wire/rescue.ts'
import type { DistrictId } from '../../src/domain/ids.ts'
import { CLAIM, DISTRICT, id, NAMES } from '../domain/verbs/scene.ts'
import { chance, device, dossierOf, dossiers, fill, handset, openFor, type Handset } from './people.ts'

const owner: Owner = { person: id('tao'), name: NAMES.tao, district: DISTRICT as DistrictId, device: device(1) }
const name = databaseName(owner.district, owner.person)
const patience = { blocked: 40, hanging: 120 }
const openOn = (hand: Handset, indexedDB: IDBFactory = hand.engine.indexedDB): Promise<Phone> =>
  openPhone(owner, { clock: hand.clock, random: chance, notes: hand.notes, engine: { indexedDB, IDBKeyRange }, patience })

async function reasonOf(doing: Promise<unknown>): Promise<unknown> {
  return doing.then(
    (value) => value,
    (thrown: unknown) => (thrown instanceof KeepingFailed ? thrown.reason : thrown),
  )
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A browser whose answer to `open` is given by `instead`. */
function browserThat(factory: IDBFactory, instead: () => IDBOpenDBRequest): IDBFactory {
  const made = Object.create(factory) as IDBFactory
  made.open = instead
  return made
}

/** Another page of an older release, frozen by the system: it hears nothing and lets nothing go. */
function frozenPage(factory: IDBFactory, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = factory.open(name, version)
    asked.onsuccess = () => {
      resolve(asked.result)
    }
    asked.onerror = () => {
      reject(new Error('not opened'))
    }
  })
}

test('an upgrade held up by another page of 研途 is said as that, and goes on by itself once that page is closed', async () => {
  const hand = handset()
  const older = await frozenPage(hand.engine.indexedDB, 1)
  expect(await reasonOf(openOn(hand))).toBe('storage-blocked')
  older.close()
  await pause(20)
  const phone = await openOn(hand)
  await fill(phone, [dossiers.tao])
  expect((await act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: CLAIM })).is).toBe('saved')
  closePhone(phone)
})

test('a browser that never answers is not waited for without end', async () => {
  const hand = handset()
  const silent = browserThat(hand.engine.indexedDB, () => ({ addEventListener: () => undefined }) as unknown as IDBOpenDBRequest)
  expect(await reasonOf(openOn(hand, silent))).toBe('storage-hangs')
})

test('a connection lost in the middle, after which the browser answers no more, ends in words too and not in a spinner', async () => {
  const hand = handset()
  let silent = false
  const moody = browserThat(hand.engine.indexedDB, () => hand.engine.indexedDB.open(name, 10))
  const open = moody.open.bind(moody)
  moody.open = (...args) => (silent ? ({ addEventListener: () => undefined } as unknown as IDBOpenDBRequest) : open(...args))
  const phone = await openOn(hand, moody)
  await fill(phone, [dossiers.tao])
  silent = true
  phone.database.backendDB().close()
  expect(await act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: CLAIM })).toEqual({
    is: 'failed',
    reason: 'storage-hangs',
  })
})

test('a browser that keeps nothing for this page says so, whichever way it has of saying it', async () => {
  const hand = handset()
  for (const error of ['SecurityError', 'NotAllowedError']) {
    const denying = browserThat(hand.engine.indexedDB, () => {
      throw new DOMException('denied in this context', error)
    })
    expect(await reasonOf(openOn(hand, denying)), error).toBe('storage-denied')
  }
  expect(await reasonOf(openOn(hand, null as unknown as IDBFactory))).toBe('storage-denied')
})

test('a phone with no room even for opening says that it is full', async () => {
  const hand = handset()
  const full = browserThat(hand.engine.indexedDB, () => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  expect(await reasonOf(openOn(hand, full))).toBe('storage-full')
})

test('a tab that was open before the update writes nothing into what the newer one has made of the database', async () => {
  const hand = handset()
  const old = await openOn(hand)
  await fill(old, [dossiers.tao])
  const newer = await openOn(hand)
  await write(newer, (database) => writeMeta(database, 'minWriter', 999))
  expect(await act(old, { verb: 'claim-hours', subject: dossierOf('tao'), args: CLAIM })).toEqual({ is: 'failed', reason: 'read-only' })
  expect([old.readOnly, await read(old, (database) => database.outbox.count())]).toEqual([true, 0])
  closePhone(old)
  closePhone(newer)
})

test('what was not sent can be handed in though the database cannot be opened any more, by whoever was in hand and nobody else', async () => {
  const hand = handset()
  const phone = await openFor('tao', hand)
  await fill(phone, [dossiers.tao])
  const saved = await act(phone, { verb: 'claim-hours', subject: dossierOf('tao'), args: CLAIM })
  noteInHand(hand.notes, phone.owner)
  expect(rescueFromNotes(hand.notes, '说明')).toMatchObject({ ops: 0, unsent: 1 })
  const [op] = await unsignedOps(phone, device(1))
  if (op === undefined) throw new Error('nothing to sign')
  await keepSignatures(phone, [{ op, sig: 'x'.repeat(86) }])
  const rescued = rescueFromNotes(hand.notes, '说明')
  const file = RescueFile.parse(JSON.parse(rescued?.text ?? ''))
  expect([rescued?.ops, rescued?.unsent, file.person, file.ops]).toMatchObject([
    1,
    1,
    id('tao'),
    [{ content: { op: saved.is === 'saved' ? saved.op : '' }, sig: 'x'.repeat(86) }],
  ])
  forgetInHand(hand.notes)
  expect(rescueFromNotes(hand.notes, '说明')).toBeNull()
  closePhone(phone)
})

test('a save whose second copy could not be made gets it when the app is opened again', async () => {
  const hand = handset()
  const phone = await openFor('tao', hand)
  await fill(phone, [dossiers.tao])
  noteInHand(hand.notes, phone.owner)
  const full = {
    ...hand.notes,
    setItem: () => {
      throw new KeepingFailed('storage-full', null)
    },
  }
  expect((await act({ ...phone, notes: full }, { verb: 'claim-hours', subject: dossierOf('tao'), args: CLAIM })).is).toBe('saved')
  expect(rescueFromNotes(hand.notes, '')).toBeNull()
  closePhone(phone)
  const { phone: again } = await openKept(phone.owner, { clock: hand.clock, random: chance, notes: hand.notes, engine: hand.engine })
  expect(rescueFromNotes(hand.notes, '')?.unsent).toBe(1)
  closePhone(again)
})
