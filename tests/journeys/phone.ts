// A real phone in a story: the app's own store on fake-indexeddb, its own key, syncing through the real server.
// `network` says what happens to the next requests; the only fake is the wire.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { sql } from 'kysely'
import type { DistrictId, PersonId } from '../../src/domain/ids.ts'
import type { Clock, Random } from '../../src/storage/clock.ts'
import { databaseName } from '../../src/storage/database.ts'
import { openDevice, type DeviceKeys } from '../../src/storage/device.ts'
import { closePhone, openPhone, type Notes, type Phone } from '../../src/storage/phone.ts'
import { publicKeyText, signText } from '../../src/storage/sign.ts'
import { systemHash } from '../../src/storage/system-hash.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import type { Carried, Signer, SyncCore, Transport } from '../../src/sync/core.ts'
import { syncOnce, type Synced } from '../../src/sync/sync-once.ts'
import { layDown, takeDump } from '../corpus/dump.ts'
import type { World } from './world.ts'

export type Network = 'through' | 'request-lost' | 'answer-lost'

export interface StoryPhone {
  phone: Phone
  /** Which release it runs; another one after `reopen`. */
  build: string
  /** What happens to the next requests, one each; then everything goes through. */
  readonly network: Network[]
  /** The bodies sent, as text. */
  readonly sent: string[]
  /** And the answers. */
  readonly received: string[]
  sync(digests?: 'changed' | 'all'): Promise<Synced>
  /** The app is killed and opened again on the same storage. */
  reopen(): Promise<void>
  /** Another phone set up as a copy of this one: same records, same device, same key. */
  copied(): Promise<StoryPhone>
  close(): void
}

/** What a phone was set up from, where it is a copy. */
interface From {
  readonly storage: IDBFactory
  readonly keys: DeviceKeys
}

export async function storyPhone(w: World, person: PersonId, name: string, from?: From): Promise<StoryPhone> {
  const engine = { indexedDB: from?.storage ?? new IDBFactory(), IDBKeyRange }
  const clock: Clock = { now: () => w.now, zone: () => 480 }
  const random: Random = (bytes) => {
    crypto.getRandomValues(bytes)
  }
  const kept = new Map<string, string>()
  const notes: Notes = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      kept.set(key, text)
    },
    removeItem: (key) => {
      kept.delete(key)
    },
  }
  const devices = openDevice(clock, random, engine)
  const enrolled = async (keys: DeviceKeys): Promise<DeviceKeys> => {
    await sql`insert into device (district, id, person, public_key, since) values (${w.district}, ${keys.device}, ${person}, ${await publicKeyText(keys)}, '2026-09-01')`.execute(
      w.db,
    )
    return keys
  }
  let keys = from?.keys ?? (await enrolled(await devices.newKeys()))
  const known = await w.device(person)
  const network: Network[] = []
  const sent: string[] = []
  const received: string[] = []
  const transport: Transport = {
    async post(path, body): Promise<Carried> {
      const fate = network.shift() ?? 'through'
      if (fate === 'request-lost') return { is: 'unreachable' }
      sent.push(body)
      const response = await known.fetch(path, { method: 'POST', body })
      const text = await response.text()
      received.push(text)
      return fate === 'answer-lost' ? { is: 'unreachable' } : { is: 'answered', status: response.status, text, retryAfterMs: null }
    },
  }
  const open = (build: string): Promise<Phone> =>
    openPhone(
      { person, name, district: w.district as DistrictId, device: keys.device },
      { clock, random, notes, engine, hash: systemHash, build },
    )
  const signerOf = (held: DeviceKeys): Signer => ({ device: held.device, sign: (text) => signText(held, text) })
  const made: StoryPhone = {
    phone: await open('test'),
    build: 'test',
    network,
    sent,
    received,
    sync: (digests: 'changed' | 'all' = 'changed') => {
      const core: SyncCore = {
        phone: made.phone,
        transport,
        signer: signerOf(keys),
        build: made.build,
        tab: 'tab',
        batch: newBatchSize(),
        inHand: () => Promise.resolve(true),
        async newDevice() {
          keys = await enrolled(await devices.newKeys())
          return signerOf(keys)
        },
      }
      return syncOnce(core, digests)
    },
    async reopen() {
      closePhone(made.phone)
      made.phone = await open(made.build)
    },
    async copied() {
      const storage = new IDBFactory()
      await layDown(storage, await takeDump(engine.indexedDB, databaseName(w.district, person)))
      return storyPhone(w, person, name, { storage, keys })
    },
    close() {
      closePhone(made.phone)
    },
  }
  return made
}
