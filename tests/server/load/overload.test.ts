// More phones at once than the server has room for: those let in are served as always, the others hear at once and without
// costing anything when to come back, and what was acknowledged is in the database once.

import { sql, type KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../src/server/app.ts'
import { districtRules } from '../../../src/server/reference/district-rules.ts'
import { rowsFrom } from '../../../src/server/store/database.ts'
import type { SignedOp } from '../../../src/wire/op.ts'
import { Problem, SyncResponse } from '../../../src/wire/sync.ts'
import { claim, world, type App, type Device, type World } from '../../journeys/world.ts'

const INSIDE = 12
const LIMITS = { sync: { atWork: 4, inside: INSIDE, each: 4, patienceMs: 8_000 } }

let w: World
let app: App
let phones: Device[]
/** While it is shut every statement waits: a server as slow as a test wants it. */
let gate: Promise<void> = Promise.resolve()
let openGate = (): void => undefined
let statements = 0
const shutGate = (): void => {
  gate = new Promise((resolve) => {
    openGate = resolve
  })
}

beforeAll(async () => {
  w = await world()
  const school = await w.school('实验小学')
  phones = []
  for (let n = 0; n < 3 * INSIDE; n += 1) phones.push(await w.device(await w.teacher(`老师${String(n)}`, school)))
  const slow: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    async transformResult({ result }) {
      await gate
      return result
    },
  }
  const askers = new Map(phones.map((phone) => [phone.id, phone.asker]))
  app = createApp({
    db: w.db.withPlugin(slow),
    clock: () => w.now,
    chance: () => 0.5,
    rules: districtRules,
    address: { publicUrl: null, trustProxy: false },
    report: (_where, error) => void w.failures.push(error),
    dist: 'nowhere',
    fillDemo: null,
    limits: LIMITS,
    identify: (c) => askers.get(c.req.header('test-device') ?? '') ?? null,
  })
})
afterAll(() => w.close())
beforeEach(() => {
  statements = 0
})

const headers = (phone: Device): Record<string, string> => ({
  host: '127.0.0.1',
  'content-type': 'application/json',
  'x-yantu': '1',
  'test-device': phone.id,
})
const bodyOf = (ops: readonly SignedOp[]): string =>
  JSON.stringify({
    protocol: 1,
    build: 'test',
    generation: null,
    cursor: null,
    held: '',
    want: [],
    opened: [],
    reference: null,
    ops,
    digests: 'changed',
  })
const send = async (phone: Device, ops: readonly SignedOp[]): Promise<Response> =>
  app.request('/api/sync', { method: 'POST', headers: headers(phone), body: bodyOf(ops) })
const claimsOf = (phone: Device, many = 2): SignedOp[] =>
  Array.from({ length: many }, () => phone.op({ kind: 'teacher', id: phone.person }, 'claim-hours', claim()))

/** Everything asked, answered or still under way when nothing moves any more. */
async function settled(asked: readonly Promise<Response>[]): Promise<(Response | null)[]> {
  for (let i = 0; i < 50; i += 1) await new Promise((resolve) => setImmediate(resolve))
  return Promise.all(asked.map((one) => Promise.race([one, Promise.resolve(null)])))
}

const logged = async (): Promise<Map<string, number>> =>
  new Map(
    (await rowsFrom(w.db, sql<{ op: string; times: number }>`select op, count(*)::int as times from op_log group by op`)).map(
      ({ op, times }) => [op, times],
    ),
  )

test('three times as many phones as there is room for: a third is served, the others hear at once when to come back, nothing acknowledged is lost', async () => {
  shutGate()
  const sent = phones.map((phone) => ({ phone, ops: claimsOf(phone) }))
  const asked = sent.map(({ phone, ops }) => send(phone, ops))
  const meanwhile = await settled(asked)
  const turnedAway = meanwhile.filter((answer) => answer !== null)
  expect(turnedAway).toHaveLength(2 * INSIDE)
  for (const answer of turnedAway) {
    expect(answer.status).toBe(503)
    const problem = Problem.parse(await answer.json())
    expect(problem.code).toBe('server.busy')
    expect(Number(answer.headers.get('retry-after'))).toBe(Math.ceil((problem.retryAfterMs ?? 0) / 1000))
  }
  openGate()
  const answers = await Promise.all(asked)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(INSIDE)

  const acknowledged = new Set<string>()
  for (const answer of answers.filter(({ status }) => status === 200))
    for (const { op, result } of SyncResponse.parse(await answer.json()).results) if (result.is === 'applied') acknowledged.add(op)
  expect(acknowledged.size).toBe(2 * INSIDE)
  const kept = await logged()
  expect([...acknowledged].filter((op) => kept.get(op) !== 1)).toEqual([])
  const refusedOps = sent
    .flatMap(({ ops }) => ops)
    .map(({ content }) => content.op)
    .filter((op) => !acknowledged.has(op))
  expect(refusedOps.filter((op) => kept.has(op))).toEqual([])

  // They come back with the same ops, all of them, also those who were served.
  for (let i = 0; i < sent.length; i += INSIDE) {
    const again = await Promise.all(sent.slice(i, i + INSIDE).map(({ phone, ops }) => send(phone, ops)))
    expect(again.map(({ status }) => status)).toEqual(Array.from({ length: INSIDE }, () => 200))
  }
  const after = await logged()
  expect(sent.flatMap(({ ops }) => ops).map(({ content }) => after.get(content.op))).toEqual(
    Array.from({ length: 2 * 3 * INSIDE }, () => 1),
  )
  expect(w.failures).toEqual([])
})

test('being turned away costs the database nothing, so that at three times the load a request served costs what it costs in calm', async () => {
  const first = phones.slice(0, INSIDE)
  await Promise.all(first.map((phone) => send(phone, [])))
  statements = 0
  const calm = await Promise.all(first.map((phone) => send(phone, claimsOf(phone))))
  const perServed = statements / calm.length
  statements = 0
  const over = await Promise.all(phones.map((phone) => send(phone, claimsOf(phone))))
  const served = over.filter(({ status }) => status === 200).length
  expect(over.filter(({ status }) => status === 503)).toHaveLength(phones.length - served)
  expect(served).toBeGreaterThanOrEqual(INSIDE)
  // Goodput for the same work: at least 80 % of what it is in calm.
  expect(perServed / (statements / served)).toBeGreaterThanOrEqual(0.8)
})

test('a request that is turned away is not even read', async () => {
  shutGate()
  const inside = phones.slice(0, INSIDE).map((phone) => send(phone, []))
  await settled(inside)
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (to) => {
        read += 1
        to.enqueue(new Uint8Array(1_000))
      },
    },
    { highWaterMark: 0 },
  )
  const request = new Request('http://127.0.0.1/api/sync', {
    method: 'POST',
    headers: headers(phones[INSIDE] as Device),
    body,
    duplex: 'half',
  } as RequestInit)
  expect((await app.request(request)).status).toBe(503)
  expect(read).toBe(0)
  openGate()
  for (const answer of await Promise.all(inside)) expect(answer.status).toBe(200)
})

test('whoever sends slowly holds no place at work, and one person no more than a few', async () => {
  const [slow, other] = phones as [Device, Device]
  const ends: (() => void)[] = []
  const drips = Array.from({ length: 5 }, () => {
    const body = new ReadableStream<Uint8Array>({
      start: (to) => {
        to.enqueue(new TextEncoder().encode('{'))
        ends.push(() => to.close())
      },
    })
    return Promise.resolve(
      app.request(
        new Request('http://127.0.0.1/api/sync', { method: 'POST', headers: headers(slow), body, duplex: 'half' } as RequestInit),
      ),
    )
  })
  const [turnedAway] = (await settled(drips)).filter((answer) => answer !== null)
  expect(turnedAway?.status).toBe(503)
  expect((await send(other, claimsOf(other))).status).toBe(200)
  for (const end of ends) end()
  expect((await Promise.all(drips)).map(({ status }) => status).sort()).toEqual([400, 400, 400, 400, 503])
  expect((await send(slow, [])).status).toBe(200)
})

test('phones that fill the server leave room for whoever reads a page or signs in', async () => {
  shutGate()
  const inside = phones.map((phone) => send(phone, []))
  await settled(inside)
  const page = Promise.resolve(app.request('/api/session', { headers: headers(phones[0] as Device) }))
  const wrong = Promise.resolve(app.request('/api/sign-in', { method: 'POST', headers: headers(phones[0] as Device), body: '{}' }))
  expect((await wrong).status).toBe(400)
  openGate()
  expect((await page).status).toBe(200)
  await Promise.all(inside)
})
