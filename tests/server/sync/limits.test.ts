import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claim, world, type Device, type World } from '../../journeys/world.ts'

let w: World
let phone: Device

beforeAll(async () => {
  w = await world()
  phone = await w.device(await w.teacher('覃丽莎', await w.school('实验小学')))
})
afterAll(() => w.close())

const post = (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  phone.fetch('/api/sync', { method: 'POST', body, headers })
const request = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  protocol: 1,
  build: 'test',
  generation: null,
  cursor: null,
  held: '',
  want: [],
  opened: [],
  reference: null,
  ops: [],
  digests: 'changed',
  ...more,
})
const codeOf = async (response: Response): Promise<[number, unknown]> => [
  response.status,
  ((await response.json()) as { code: unknown }).code,
]

describe('a request that is not what it should be', () => {
  test('from another site’s page is refused before anything is read', async () => {
    expect(await codeOf(await post('{}', { origin: 'https://elsewhere.example' }))).toEqual([403, 'request.foreign'])
    expect(await codeOf(await post('{}', { 'x-yantu': '' }))).toEqual([403, 'request.foreign'])
    expect((await post(JSON.stringify(request()), { origin: 'http://127.0.0.1' })).status).toBe(200)
  })

  test('that does not call itself JSON, as a form of another site would, is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect(await codeOf(await post(JSON.stringify(request()), { 'content-type': type }))).toEqual([415, 'request.malformed'])
    }
  })

  test('that is no JSON, is cut off, is not UTF-8, or is JSON of another shape says so', async () => {
    for (const body of ['', '{', 'hello', '{"protocol":1', '<html>'])
      expect(await codeOf(await post(body))).toEqual([400, 'json.malformed'])
    expect(await codeOf(await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])))).toEqual([400, 'body.unreadable'])
    expect(await codeOf(await post('[]'))).toEqual([400, 'request.malformed'])
    expect(await codeOf(await post(JSON.stringify(request({ surprise: true }))))).toEqual([400, 'request.malformed'])
    expect(await codeOf(await post(JSON.stringify(request({ protocol: 99 }))))).toEqual([409, 'sync.protocol'])
  })

  test('of 1 MB is refused by its size, packed or not', async () => {
    expect(await codeOf(await post(`"${'x'.repeat(1_000_000)}"`))).toEqual([413, 'body.too-large'])
    expect(await codeOf(await post(gzipSync('x'.repeat(50_000_000)), { 'content-encoding': 'gzip' }))).toEqual([413, 'body.too-large'])
    expect(await codeOf(await post('{}', { 'content-encoding': 'br' }))).toEqual([415, 'body.unknown-encoding'])
    expect(await codeOf(await post('not gzip', { 'content-encoding': 'gzip' }))).toEqual([400, 'body.unreadable'])
  })

  test('with more than 128 KB of ops or more than 200 is refused, and half of it is taken', async () => {
    const op = () => phone.op({ kind: 'teacher', id: phone.person }, 'claim-hours', claim({ lateReason: '迟'.repeat(300) }))
    const many = Array.from({ length: 90 }, op)
    expect(await codeOf(await post(JSON.stringify(request({ ops: many }))))).toEqual([413, 'body.too-large'])
    expect((await post(JSON.stringify(request({ ops: many.slice(0, 45) })))).status).toBe(200)
    expect(await codeOf(await post(JSON.stringify(request({ ops: Array.from({ length: 201 }, () => 0) }))))).toEqual([
      400,
      'request.malformed',
    ])
  })

  test('with __proto__, or nested a thousand deep, is refused', async () => {
    for (const key of ['__proto__', '\\u005f_proto__', 'constructor'])
      expect(await codeOf(await post(`{"${key}":{"admin":true}}`))).toEqual([400, 'json.forbidden-key'])
    expect(await codeOf(await post('['.repeat(1000)))).toEqual([400, 'json.too-deep'])
    expect(await codeOf(await post(`[${'0,'.repeat(60_000)}0]`))).toEqual([400, 'json.too-much'])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test('packed with gzip as phones do is read', async () => {
    expect((await post(gzipSync(JSON.stringify(request())), { 'content-encoding': 'gzip' })).status).toBe(200)
  })

  test('to a route that does not exist is answered like one that is not yours', async () => {
    expect(await codeOf(await phone.fetch('/api/nothing'))).toEqual([404, 'not-found'])
    expect(w.failures).toEqual([])
  })
})
