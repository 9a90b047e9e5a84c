// What one phone leaves to others: a rescue file that a colleague hands in, twice; a copy that differs from the server's, fetched
// anew and read about at the district; and a picture that whoever takes the phone up next is not shown. Told in order.
import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { evidencePath } from '../../src/wire/evidence.ts'
import type { SignedOp } from '../../src/wire/op.ts'
import { chooseChip, chooseHours, claimHours } from './claiming.ts'
import { ownDistrict, type OwnDistrict } from './own-district.ts'
import { goTo, joinWithSlip, leave, synchronise } from './people.ts'

test.describe.configure({ mode: 'serial' })

const [QIN, WU, LONG, PU] = ['覃丽莎', '吴敏', '龙小蓉', '蒲晓岚']
const FIRST = { level: '校本', mode: '校本研修', hours: '1' }

let place: OwnDistrict
let phone: Page
let colleague: Page
let rescued: string
let picture: string

test.beforeAll(async ({ browser }) => {
  place = await ownDistrict('500103', '渝中区', PU, [
    {
      name: '雾灯小学',
      place: 'urban',
      people: [
        { name: QIN, since: '2012-09-01' },
        { name: LONG, since: '2015-09-01' },
      ],
    },
    { name: '双江小学', place: 'urban', people: [{ name: WU, since: '2010-09-01' }] },
  ])
  phone = await comes(browser, QIN)
  await synchronise(phone)
})
test.afterAll(async () => {
  await Promise.all([phone, colleague].map((page) => page.context().close()))
  await place.stop()
})

async function comes(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await joinWithSlip(page, place.address, await place.slipOf(name))
  return page
}
const said = (page: Page, words: string): Promise<void> => expect(page.getByRole('main').getByText(words, { exact: true })).toBeVisible()

test('without a network the sync page gives what was not sent as a file', async () => {
  await phone.context().setOffline(true)
  for (const title of ['听课评课', '集体备课']) {
    await goTo(phone, '/')
    await claimHours(phone, { title, ...FIRST })
  }
  await goTo(phone, '/sync')
  await expect(phone.getByRole('heading', { name: '只在本机 · 2' })).toBeVisible()
  const [file] = await Promise.all([phone.waitForEvent('download'), phone.getByRole('button', { name: '下载救援文件' }).click()])
  rescued = await file.path()
  expect(readFileSync(rescued, 'utf8')).toContain('研途救援文件')
})

test('a teacher of another school hands it in, twice, and reads what became of each record', async ({ browser }) => {
  colleague = await comes(browser, WU)
  await goTo(colleague, '/sync')
  for (let times = 0; times < 2; times += 1) {
    await colleague.locator('input[type=file]').setInputFiles(rescued)
    await said(colleague, '2 条都已到服务器。')
    await expect(colleague.getByRole('listitem').filter({ hasText: '登记学时：听课评课' }).getByText('已到服务器')).toBeVisible()
  }
  const changed = JSON.parse(readFileSync(rescued, 'utf8')) as { ops: SignedOp[] }
  Object.assign(changed.ops[0]?.content.args ?? {}, { hours: '90' })
  await colleague.getByLabel('或把复制的内容粘贴在这里').fill(JSON.stringify(changed))
  await colleague.getByRole('button', { name: '交上去' }).click()
  await said(colleague, '2 条里有 1 条已到服务器，其余见下面。')
  await said(colleague, '这条内容和签名对不上，可能被改动过，没有收。')
})

test('the phone that comes back after all has each of them once', async () => {
  await phone.context().setOffline(false)
  await synchronise(phone)
  await goTo(phone, '/records')
  for (const title of ['听课评课', '集体备课']) await expect(phone.getByText(title)).toHaveCount(1)
})

test('a copy that differs from the server’s is fetched anew by 现在同步, and the page says so', async () => {
  await phone.evaluate(spoilOwnDossier)
  await phone.reload()
  await goTo(phone, '/sync')
  await synchronise(phone)
  await said(phone, '有 1 份档案对不上，已自动重新取过。')
  await goTo(phone, '/records')
  await expect(phone.getByText('听课评课')).toHaveCount(1)
})

test('the district reads whose phone it was, and that somebody handed in what was changed', async ({ browser }) => {
  const desk = await comes(browser, PU)
  await goTo(desk, '/district/events')
  await expect(desk.getByRole('listitem').filter({ hasText: '手机上的档案和服务器对不上，已重新取过' })).toContainText(QIN)
  await expect(desk.getByRole('listitem').filter({ hasText: '登记的签名不对，没有收' })).toContainText(WU)
  await desk.context().close()
})

test('a picture one teacher sent is not shown to the next one on the same phone, neither by its address nor from any cache', async () => {
  await goTo(phone, '/')
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer()
  await phone.getByRole('button', { name: '登记学时' }).click()
  await phone.getByLabel('参加了什么').fill('带证书的')
  await chooseChip(phone, '谁组织的', FIRST.level)
  await chooseChip(phone, '什么形式', FIRST.mode)
  await chooseHours(phone, '多少学时', FIRST.hours)
  await phone.locator('input[data-kind=album]').setInputFiles({ name: '证书.jpg', mimeType: 'image/jpeg', buffer: bytes })
  await expect(phone.getByRole('img', { name: '证明材料第 1 张' })).toBeVisible()
  await phone.getByRole('button', { name: '保存并提交' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: '登记学时' })).toBeHidden()
  await synchronise(phone)
  const hash = await phone.evaluate(hashInOwnDossier)
  picture = evidencePath(hash, place.idOf(QIN))
  await expect.poll(() => phone.evaluate(statusOf, picture)).toBe(200)
  expect(await phone.evaluate(drawn, picture)).toBe(true)
  await goTo(phone, '/mine')
  await leave(phone)
  expect(await phone.evaluate(statusOf, picture)).toBe(401)
  await joinWithSlip(phone, place.address, await place.slipOf(LONG))
  expect(await phone.evaluate(statusOf, picture)).toBe(404)
  expect(await phone.evaluate(drawn, picture)).toBe(false)
  expect(await phone.evaluate(keptUnderApi)).toEqual([])
  await expect(phone.locator('img')).toHaveCount(0)
})

/** Takes the last row out of one's own dossier behind the app's back. */
async function spoilOwnDossier(): Promise<void> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(new Error('not answered'))
      }
    })
  const { name } = (await indexedDB.databases()).find((one) => /^yantu-\d/.test(one.name ?? '')) ?? {}
  const database = await asked(indexedDB.open(name ?? ''))
  const store = database.transaction('documents', 'readwrite').objectStore('documents')
  const all = (await asked(store.getAll())) as { key: string; text: string; digest: string }[]
  for (const one of all.filter(({ key }) => key.startsWith('teacher:'))) {
    await asked(store.put({ ...one, text: one.text.split('\n').slice(0, -1).join('\n'), digest: 'f'.repeat(16) }))
  }
  database.close()
}

async function hashInOwnDossier(): Promise<string> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(new Error('not answered'))
      }
    })
  const { name } = (await indexedDB.databases()).find((one) => /^yantu-\d/.test(one.name ?? '')) ?? {}
  const database = await asked(indexedDB.open(name ?? ''))
  const all = (await asked(database.transaction('documents').objectStore('documents').getAll())) as { text: string }[]
  database.close()
  return /"hash":"([0-9a-f]{64})"/.exec(all.map(({ text }) => text).join('\n'))?.[1] ?? ''
}

const statusOf = async (address: string): Promise<number> => (await fetch(address, { cache: 'force-cache' })).status

/** Whether an <img> shows it, as a page left open would ask for it again. */
const drawn = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const image = new Image()
    image.onload = () => {
      resolve(true)
    }
    image.onerror = () => {
      resolve(false)
    }
    image.src = address
  })

async function keptUnderApi(): Promise<string[]> {
  const found: string[] = []
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) if (new URL(url).pathname.startsWith('/api/')) found.push(url)
  }
  return found
}
