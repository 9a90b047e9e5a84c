import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import type { Address } from '../../src/server/http/origin.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { connect, type Database } from '../../src/server/store/database.ts'
import { cloneDatabase, type TestDatabase } from '../setup/database.ts'

let folder: string
let database: TestDatabase
let db: Database

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yantu-dist-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>研途</title>')
  writeFileSync(join(folder, 'sw.js'), 'self')
  writeFileSync(join(folder, 'build.json'), '{}')
  writeFileSync(join(folder, 'assets', 'index-abc.js'), `/* ${'x'.repeat(2000)} */`)
  database = await cloneDatabase()
  db = connect(database.url, 2)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const get = (
  path: string,
  headers: Record<string, string> = {},
  address: Address = { publicUrl: null, trustProxy: false },
): Promise<Response> => {
  const app = createApp({
    db,
    clock: () => 0,
    chance: () => 0,
    rules: districtRules,
    address,
    report: () => undefined,
    dist: folder,
    fillDemo: null,
  })
  return Promise.resolve(app.request(path, { headers: { host: '127.0.0.1:8080', ...headers } }))
}

describe('the built app', () => {
  test('hashed files are kept for ever, the page for a minute, the worker never', async () => {
    expect((await get('/')).headers.get('cache-control')).toBe('max-age=60')
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache')
    const asset = await get('/assets/index-abc.js', { 'accept-encoding': 'gzip' })
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(gunzipSync(Buffer.from(await asset.arrayBuffer())).length).toBe(2006)
  })

  test('a file that is gone is 404, never the page, and someone going to a page gets the app', async () => {
    expect((await get('/assets/old-123.js', { accept: 'text/html', 'sec-fetch-mode': 'navigate' })).status).toBe(404)
    expect((await get('/records/1')).status).toBe(404)
    expect((await get('/records/1', { 'sec-fetch-mode': 'cors', accept: 'text/html' })).status).toBe(404)
    expect(await (await get('/records/1', { 'sec-fetch-mode': 'navigate' })).text()).toContain('研途')
    expect(await (await get('/records/1', { accept: 'text/html' })).text()).toContain('研途')
  })

  test('nothing outside the built app is served', async () => {
    for (const path of ['/build.json', '/../package.json', '/%2e%2e/package.json', '/assets/../build.json', '/.git/config'])
      expect((await get(path)).status).toBe(404)
  })

  test('every answer lets a page load nothing but its own files', async () => {
    for (const path of ['/', '/assets/gone.js', '/api/session', '/api/nothing']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[^' ]+';/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('an address without HTTPS', () => {
  test('that is not the machine itself gets one page that says what to do, and no API', async () => {
    const page = await get('/', { host: '192.168.1.5:8080' })
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('PUBLIC_URL')
    expect(await (await get('/api/session', { host: '192.168.1.5:8080' })).json()).toEqual({ code: 'origin.insecure' })
  })

  test('is believed to be secure behind a proxy only when the operator said so', async () => {
    const proxied = { host: 'yantu.example.cn', 'x-forwarded-proto': 'https' }
    expect((await get('/', proxied)).status).toBe(403)
    const trusted = await get('/', proxied, { publicUrl: null, trustProxy: true })
    expect(trusted.status).toBe(200)
    expect(trusted.headers.get('strict-transport-security')).not.toBeNull()
    expect((await get('/', { host: 'yantu.example.cn' }, { publicUrl: 'https://yantu.example.cn', trustProxy: false })).status).toBe(200)
    expect((await get('/', { host: 'other.example.cn' }, { publicUrl: 'https://yantu.example.cn', trustProxy: false })).status).toBe(403)
  })

  test('the machine itself is for trying out', async () => {
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:8080']) expect((await get('/', { host })).status).toBe(200)
  })
})
