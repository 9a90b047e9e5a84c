import { beforeEach, expect, test } from 'vitest'
import { closePhone, type Phone } from '../../src/storage/phone.ts'
import { nextTryMs, EVERY_MS, MOST_MS } from '../../src/sync/backoff.ts'
import { firstBatch, newBatchSize } from '../../src/sync/batch.ts'
import { SyncDriver } from '../../src/sync/driver.ts'
import type { SyncOutcome } from '../../src/sync/outcome.ts'
import type { SignedOp } from '../../src/wire/op.ts'
import { dossiers, handset, keyOf, openFor } from '../storage/people.ts'
import { StandIn } from './stand-in.ts'

/** Timers that run when they are told to. */
class Waiting {
  next: { ms: number; work: () => void } | null = null
  later(ms: number, work: () => void): () => void {
    const mine = { ms, work }
    this.next = mine
    return () => {
      if (this.next === mine) this.next = null
    }
  }
  run(): number {
    const due = this.next
    if (due === null) throw new Error('nothing is waiting')
    this.next = null
    due.work()
    return due.ms
  }
}

let far: StandIn
let phone: Phone
let waiting: Waiting
let driver: SyncDriver
let ended: SyncOutcome[]
let heard: (() => void) | null

beforeEach(async () => {
  const hand = handset()
  far = new StandIn(hand.clock)
  far.keep(dossiers.tao)
  far.scopes.set('tao', [keyOf('tao')])
  phone = await openFor('tao', hand)
  waiting = new Waiting()
  ended = []
  heard = null
  driver = new SyncDriver({
    core: {
      phone,
      transport: far.transportFor('tao'),
      signer: { device: phone.owner.device, sign: () => Promise.resolve('sig') },
      build: 'test',
      tab: 'tab',
      batch: newBatchSize(),
      inHand: () => Promise.resolve(true),
    },
    timers: waiting,
    chance: () => 0.5,
    resumeWaitMs: 1_500,
    began: () => undefined,
    ended: (synced) => {
      ended.push(synced.outcome)
      heard?.()
    },
    failed: (thrown) => {
      throw thrown
    },
  })
  return () => {
    driver.stop()
    closePhone(phone)
  }
})

async function runDue(): Promise<number> {
  const done = new Promise<void>((resolve) => {
    heard = resolve
  })
  const ms = waiting.run()
  await done
  await Promise.resolve()
  return ms
}

test('opening syncs at once, then every minute while all is well', async () => {
  driver.start()
  expect(await runDue()).toBe(0)
  expect(waiting.next?.ms).toBe(EVERY_MS)
  expect(await runDue()).toBe(EVERY_MS)
  expect(ended).toEqual([{ is: 'all-synced' }, { is: 'all-synced' }])
})

test('a save is sent two seconds later; a phone brought back waits for its storage first', async () => {
  driver.saved()
  expect(waiting.next?.ms).toBe(2_000)
  driver.shown()
  expect(waiting.next?.ms).toBe(1_500)
  await runDue()
  driver.hidden()
  expect(waiting.next).toBeNull()
})

test('in trouble it tries less and less often, and is back to a minute after the first success', async () => {
  driver.start()
  far.troubles.push('request-lost', 'request-lost', 'request-lost')
  await runDue()
  const waits = []
  for (let i = 0; i < 3; i += 1) waits.push(await runDue())
  expect(waits).toEqual([EVERY_MS, EVERY_MS * 2, EVERY_MS * 4])
  expect(waiting.next?.ms).toBe(EVERY_MS)
})

test('the button always answers, also while a synchronisation runs and when there is no connection', async () => {
  far.troubles.push('request-lost')
  expect(await driver.syncNow()).toEqual({ is: 'not-connected', why: 'unreachable' })
  const both = await Promise.all([driver.syncNow(), driver.syncNow()])
  expect(both).toEqual([{ is: 'all-synced' }, { is: 'all-synced' }])
  expect(far.requests[far.requests.length - 1]?.digests).toBe('all')
})

test('a busy server is left alone for as long as it asked, whatever is saved or opened meanwhile, and then everything is sent', async () => {
  driver.start()
  far.troubles.push('busy')
  await runDue()
  expect(ended).toEqual([{ is: 'busy', retryAfterMs: 30_000 }])
  const asked = waiting.next
  expect(asked?.ms).toBe(30_000 * 1.125)
  driver.saved()
  driver.shown()
  driver.online()
  driver.hidden()
  driver.shown()
  expect(waiting.next).toBe(asked)
  expect(waiting.run()).toBe(30_000 * 1.125)
  expect(await runDue()).toBe(0)
  expect(ended[1]).toEqual({ is: 'all-synced' })
  expect(waiting.next?.ms).toBe(EVERY_MS)
})

test('a person who presses the button does not wait for a busy server, and its time is over once it answered', async () => {
  driver.start()
  far.troubles.push('busy')
  await runDue()
  expect(await driver.syncNow()).toEqual({ is: 'all-synced' })
  driver.saved()
  expect(waiting.next?.ms).toBe(2_000)
})

test('phones turned away together come back one by one; a phone in the background does not come back at all', async () => {
  const waits = [0, 0.3, 0.6, 0.9].map((chance) => nextTryMs({ is: 'busy', retryAfterMs: 20_000 }, null, 5, chance))
  expect(waits).toEqual([20_000, 21_500, 23_000, 24_500])
  expect(nextTryMs({ is: 'busy', retryAfterMs: 0 }, null, 1, 0)).toBe(5_000)
  // A gateway's idea of tomorrow is not the server's.
  expect(nextTryMs({ is: 'busy', retryAfterMs: 86_400_000 }, null, 1, 0)).toBe(3_600_000)
  driver.start()
  far.troubles.push('busy')
  await runDue()
  driver.hidden()
  waiting.run()
  expect(waiting.next).toBeNull()
})

test('after an ended session it waits for the person', async () => {
  driver.start()
  far.troubles.push('signed-out')
  await runDue()
  expect(ended).toEqual([{ is: 'signed-out' }])
  expect(waiting.next).toBeNull()
})

test('the wait never passes a quarter over fifteen minutes, and never undercuts what the server asked for', () => {
  const lost: SyncOutcome = { is: 'not-connected', why: 'unreachable' }
  expect(nextTryMs(lost, null, 30, 0.999)).toBeLessThanOrEqual(MOST_MS * 1.25)
  expect(nextTryMs({ is: 'busy', retryAfterMs: 600_000 }, null, 1, 0)).toBe(600_000)
  expect(nextTryMs({ is: 'all-synced' }, 90_000, 0, 0)).toBe(90_000)
})

test('a request holds at most 128 KB, and an op larger than that still goes alone', () => {
  const op = (args: string): SignedOp => ({
    content: { op: '', actor: 'p', subject: { kind: 'teacher', id: 'p' }, verb: 'x', v: 1, base: null, after: null, args: { args } },
    transport: { device: '', n: 1, at: { clock: '', zone: 0, offset: null } },
    alg: 'ES256',
    sig: '',
  })
  const ten = Array.from({ length: 10 }, () => op('学'.repeat(10_000)))
  expect(firstBatch(ten, 200)).toHaveLength(3)
  expect(firstBatch(ten, 2)).toHaveLength(2)
  expect(firstBatch([op('学'.repeat(100_000)), op('')], 200)).toHaveLength(1)
})
