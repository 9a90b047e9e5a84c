import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { packed } from '../../../src/server/http/packing.ts'

const long = '覃丽莎'.repeat(2_000)
const app = new Hono()
app.use(packed)
app.get('/long', (c) => {
  c.header('Set-Cookie', 'a=1')
  c.header('Set-Cookie', 'b=2', { append: true })
  return c.json({ long }, 201)
})
app.get('/short', (c) => c.json({ short: true }))
app.get('/picture', (c) => c.body(new Uint8Array(4_000), 200, { 'Content-Type': 'image/jpeg' }))

const ask = (path: string, accepted?: string): Promise<Response> =>
  Promise.resolve(app.request(path, { headers: accepted === undefined ? {} : { 'accept-encoding': accepted } }))
const bytes = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer())

test('an answer is packed as the phone takes it, the better way first, and reads the same', async () => {
  const br = await ask('/long', 'gzip, deflate, br')
  expect([br.status, br.headers.get('content-encoding'), br.headers.get('vary'), br.headers.getSetCookie()]).toEqual([
    201,
    'br',
    'Accept-Encoding',
    ['a=1', 'b=2'],
  ])
  expect(JSON.parse(brotliDecompressSync(await bytes(br)).toString())).toEqual({ long })
  const gz = await ask('/long', 'gzip;q=1.0, deflate')
  expect(gz.headers.get('content-encoding')).toBe('gzip')
  expect(JSON.parse(gunzipSync(await bytes(gz)).toString())).toEqual({ long })
})

test('what a phone does not take, what is small and what is packed already goes as it is', async () => {
  for (const accepted of [undefined, '', 'identity', 'br;q=0, gzip;q=0', 'brr']) {
    const plain = await ask('/long', accepted)
    expect([accepted, plain.headers.get('content-encoding')]).toEqual([accepted, null])
    expect(await plain.json()).toEqual({ long })
  }
  expect((await ask('/short', 'br')).headers.get('content-encoding')).toBeNull()
  expect(await (await ask('/short', 'br')).json()).toEqual({ short: true })
  expect((await bytes(await ask('/picture', 'br'))).length).toBe(4_000)
})
