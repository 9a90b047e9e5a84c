// A phone that gets more than fits one answer: page after page, the next one under way while this one is written.
import { beforeEach, expect, test } from 'vitest'
import { act } from '../../src/storage/act.ts'
import { readMeta } from '../../src/storage/meta.ts'
import { closePhone, read, write, type Phone } from '../../src/storage/phone.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { newBatchSize } from '../../src/sync/batch.ts'
import type { SyncCore } from '../../src/sync/core.ts'
import { syncOnce } from '../../src/sync/sync-once.ts'
import { LEAST_PAGE_BYTES, MOST_PAGE_BYTES, PAGE_BYTES } from '../../src/wire/sync.ts'
import { CLAIM } from '../domain/verbs/scene.ts'
import { dossierOf, dossiers, handset, keyOf, openFor, type Handset } from '../storage/people.ts'
import { StandIn } from './stand-in.ts'

let hand: Handset
let far: StandIn
let phone: Phone
let core: SyncCore
/** At each request: how many dossiers were written by then. */
let written: number[]

beforeEach(async () => {
  hand = handset()
  far = new StandIn(hand.clock)
  far.page = 1
  for (const who of ['tao', 'lin', 'wu'] as const) far.keep(dossiers[who])
  far.scopes.set('wu', [keyOf('lin'), keyOf('tao'), keyOf('wu')])
  written = []
  await open()
  return () => {
    closePhone(phone)
  }
})

async function open(): Promise<void> {
  phone = await openFor('wu', hand)
  const transport = far.transportFor('wu')
  core = {
    phone,
    signer: { device: phone.owner.device, sign: (text) => Promise.resolve(`sig${text.length}`) },
    build: 'test',
    tab: 'tab-1',
    batch: newBatchSize(),
    inHand: () => Promise.resolve(true),
    transport: {
      async post(path, body) {
        written.push(await read(phone, (database) => database.documents.count()))
        return transport.post(path, body)
      },
    },
  }
}

const held = () => read(phone, (database) => database.documents.toCollection().primaryKeys())
const outcome = async () => (await syncOnce(core)).outcome

test('the next page is under way before this one is written, and none is asked for twice', async () => {
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(await held()).toEqual([keyOf('lin'), keyOf('tao'), keyOf('wu')])
  expect(far.requests.map(({ want }) => want.length)).toEqual([0, 3, 2, 1])
  expect(written).toEqual([0, 0, 0, 1])
  expect((await allStandings(phone)).map(({ name }) => name).sort()).toEqual(['吴专干', '林老师', '陶老师'])
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(far.requests).toHaveLength(5)
})

test('what is saved meanwhile goes with the next request, and what was asked ahead without it is thrown away', async () => {
  let wasAsked = 0
  const saving = async () => {
    wasAsked = far.requests.length
    await act(phone, { verb: 'claim-hours', subject: dossierOf('wu'), args: CLAIM })
  }
  far.meanwhile = () => {
    far.meanwhile = () => {
      far.meanwhile = saving
      return Promise.resolve()
    }
    return Promise.resolve()
  }
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(wasAsked).toBe(3)
  expect(far.applied).toBe(1)
  expect(await held()).toEqual([keyOf('lin'), keyOf('tao'), keyOf('wu')])
  // The page for two documents was asked for twice: ahead, and with the op.
  expect(far.requests.map(({ want, ops }) => [want.length, ops.length])).toEqual([
    [0, 0],
    [3, 0],
    [2, 0],
    [2, 1],
    [1, 0],
  ])
})

test('a page asked ahead for what another tab has got since is thrown away', async () => {
  far.meanwhile = () => {
    far.meanwhile = () => {
      far.meanwhile = () => write(phone, (database) => database.meta.put({ key: 'want', value: [keyOf('wu')] }))
      return Promise.resolve()
    }
    return Promise.resolve()
  }
  await outcome()
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(await held()).toEqual([keyOf('lin'), keyOf('tao'), keyOf('wu')])
})

test('an app killed between two pages keeps what was written and goes on from there', async () => {
  far.meanwhile = () => {
    far.meanwhile = () => {
      far.meanwhile = () => {
        closePhone(phone)
        return Promise.resolve()
      }
      return Promise.resolve()
    }
    return Promise.resolve()
  }
  await expect(outcome()).rejects.toThrow()
  await open()
  const before = await held()
  expect(before.length).toBeLessThan(3)
  core.phone.memory.overlays.clear()
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(await held()).toEqual([keyOf('lin'), keyOf('tao'), keyOf('wu')])
  expect(await read(phone, (database) => readMeta(database, 'incidents'))).toBeUndefined()
})

test('a connection that breaks while a page is under way is said as that, and the next time goes on', async () => {
  far.troubles.push('none', 'none', 'answer-lost')
  expect(await outcome()).toEqual({ is: 'not-connected', why: 'unreachable' })
  expect(await held()).toEqual([keyOf('lin')])
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(await held()).toHaveLength(3)
})

test('a quick line gets larger pages, up to four megabytes', async () => {
  await outcome()
  expect(far.requests.map(({ room }) => room)).toEqual([undefined, undefined, 2 * PAGE_BYTES, 4 * PAGE_BYTES])
  expect(core.batch.room).toBe(MOST_PAGE_BYTES)
})

test('a line on which answers do not arrive in time gets smaller and smaller ones, and so gets through', async () => {
  for (const room of [PAGE_BYTES / 2, PAGE_BYTES / 4, PAGE_BYTES / 8, LEAST_PAGE_BYTES, LEAST_PAGE_BYTES]) {
    far.troubles.push('timeout')
    expect(await outcome()).toEqual({ is: 'not-connected', why: 'timed-out' })
    expect(core.batch.room).toBe(room)
  }
  expect(await outcome()).toEqual({ is: 'all-synced' })
  expect(far.requests.map(({ room }) => room).slice(-4)).toContain(LEAST_PAGE_BYTES)
})

test('a page that took ten seconds is followed by a smaller one', async () => {
  const transport = core.transport
  core = {
    ...core,
    transport: {
      async post(path, body) {
        const carried = await transport.post(path, body)
        hand.clock.ms += 11_000
        return carried
      },
    },
  }
  await outcome()
  expect(far.requests.map(({ room }) => room)).toEqual([undefined, undefined, PAGE_BYTES / 2, PAGE_BYTES / 4])
})
