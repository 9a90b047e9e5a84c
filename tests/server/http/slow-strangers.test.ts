// Whoever begins to say something and never ends it holds a place only among those who come to sign in, and only for seconds.

import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod/mini'
import { door } from '../../../src/server/http/admit.ts'
import { doors, laterByTimer } from '../../../src/server/http/doors.ts'
import { readJson } from '../../../src/server/http/read-json.ts'

const limits = { atWork: 2, inside: 3, each: 3, patienceMs: 8_000 }
let app: Hono

beforeEach(() => {
  vi.useFakeTimers()
  const entrances = doors({ clock: () => Date.now(), chance: () => 0.5, later: laterByTimer }, { strangers: limits, others: limits })
  app = new Hono()
  app.use('/api/*', door(entrances.of))
  app.post('/api/sign-in', async (c) => {
    const said = await readJson(c, z.object({ who: z.string() }))
    return said instanceof Response ? said : c.json(said)
  })
  app.get('/api/session', (c) => c.json({ is: 'in' }))
})
afterEach(() => {
  vi.useRealTimers()
})

const headers = { 'content-type': 'application/json' }
const signIn = async (): Promise<number> => (await app.request('/api/sign-in', { method: 'POST', headers, body: '{"who":"tao"}' })).status

/** A body that begins and goes on for ever. */
function dripping(): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('{"who":"'))
    },
  })
  return Promise.resolve(
    app.request(new Request('http://127.0.0.1/api/sign-in', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)),
  )
}

test('bodies that never end keep nobody from their pages, and after seconds nobody from signing in', async () => {
  const slow = [dripping(), dripping(), dripping()]
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await signIn()).toBe(503)
  expect((await app.request('/api/session')).status).toBe(200)
  await vi.advanceTimersByTimeAsync(15_000)
  expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([408, 408, 408])
  expect(await signIn()).toBe(200)
})
