// The shell in a real browser: it opens without a network, stays out of /api, obeys its own security policy,
// and asks nobody but its own server for anything.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { freePort, type ServerProcess, startServer, stopServer, whenReady } from '../setup/server-process.ts'

let folder: string
let server: ServerProcess
let address: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yantu-shell-'))
  server = startServer({ YANTU_DATA: folder, PORT: String(await freePort()) })
  address = await whenReady(server)
})

test.afterAll(async () => {
  await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

test('a person who opened 研途 once opens it again without any network', async ({ page, context }) => {
  await openOnce(page)
  await context.setOffline(true)
  await page.reload()
  await expect(page.locator('#app')).not.toBeEmpty()
  await page.goto(`${address}/`)
  await expect(page.locator('#app')).not.toBeEmpty()
})

test('an address typed while offline leads to the app, but /api is never answered from the phone', async ({ page, context }) => {
  await openOnce(page)
  await context.setOffline(true)
  await page.goto(`${address}/some/page`)
  await expect(page.locator('#app')).toBeAttached()
  const answered = await page.evaluate(() =>
    fetch('/api/session').then(
      () => true,
      () => false,
    ),
  )
  expect(answered).toBe(false)
})

test('nothing is asked of anybody else, and the page breaks none of its own rules', async ({ page }) => {
  const elsewhere: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address)) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await openOnce(page)
  expect(elsewhere).toEqual([])
  expect(complaints).toEqual([])
})

test('the caches hold the shell and nothing of anybody', async ({ page }) => {
  await openOnce(page)
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/index.html')
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([])
})

test('a script that is not there is 404 and never the page', async ({ request }) => {
  expect((await request.get(`${address}/assets/gone-12345678.js`)).status()).toBe(404)
  const worker = await request.get(`${address}/sw.js`)
  expect(worker.headers()['cache-control']).toBe('no-cache')
  expect(worker.headers()['content-type']).toContain('javascript')
})

async function openOnce(page: Page): Promise<void> {
  await page.goto(address)
  await expect(page.locator('#app')).not.toBeEmpty()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}
