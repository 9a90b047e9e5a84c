// From an empty server to people at work: 建立本区 with the code of the console, a roster, slips, passwords, and a phone that
// two people share. One district, told in order.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { DistrictOverview, SchoolPeople } from '../../src/wire/overview.ts'
import type { Slip } from '../../src/wire/session.ts'
import { freePort, type ServerProcess, startServer, stopServer, whenReady } from '../setup/server-process.ts'
import { claimHours } from './claiming.ts'
import { codeIn } from './demo-server.ts'
import { PASSWORD, ask, goTo, joinWithSlip, leave, readyForOffline, slipsOf, synchronise, takeInRoster } from './people.ts'

test.describe.configure({ mode: 'serial' })

let folder: string
let server: ServerProcess
let address: string
let desk: BrowserContext
let phone: BrowserContext
let slips: readonly Slip[]

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), 'yantu-first-run-'))
  server = startServer({ YANTU_DATA: folder, PORT: String(await freePort()) })
  address = await whenReady(server)
  desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
})

test.afterAll(async () => {
  await desk.close()
  await phone.close()
  await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

const onPhone = async (): Promise<Page> => phone.pages()[0] ?? phone.newPage()

test('the first person meets the two ways, and a wrong code is answered in words that keep what was filled in', async () => {
  const page = await desk.newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: '第一次启用研途' })).toBeVisible()
  await expect(page.getByRole('button', { name: '先看示例' })).toBeVisible()
  await page.getByLabel('首次使用码').fill('0000-0000-0000')
  await page.getByRole('button', { name: '建立本区' }).click()
  await page.getByRole('button', { name: '本区 请选择' }).click()
  await page.getByRole('dialog', { name: '本区' }).getByRole('button', { name: '渝中区' }).click()
  await page.getByLabel('你的姓名').fill('童建国')
  await page.getByLabel('手机号').fill('13800009999')
  await page.getByLabel('设密码').fill(PASSWORD)
  await page.getByRole('button', { name: '建立本区，进入研途' }).click()
  await expect(page.getByText('首次使用码不对。')).toBeVisible()

  await page.getByLabel('首次使用码').fill(codeIn(server.said()))
  await page.getByRole('button', { name: '建立本区' }).click()
  await expect(page.getByLabel('你的姓名')).toHaveValue('童建国')
  await page.getByRole('button', { name: '建立本区，进入研途' }).click()
  await expect(page.getByRole('navigation', { name: '主要页面' })).toBeVisible()
})

test('whoever comes later finds that this server is in use', async ({ page }) => {
  await page.goto(`${address}/#/first-run`)
  await expect(page.getByText('这台服务器已经启用')).toBeVisible()
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登录研途' })).toBeVisible()
})

test('a teacher from the imported roster comes in with the code on a slip; a wrong one is answered in words', async () => {
  const at = desk.pages()[0]
  if (at === undefined) throw new Error('the administrator has gone')
  const taken = await takeInRoster(at, 'roster-district.xlsx')
  expect(taken.added).toBeGreaterThan(20)
  const { schools } = await ask<DistrictOverview>(at, '/api/district/overview')
  slips = await slipsOf(at, schools[0]?.school ?? '')
  const page = await onPhone()
  await page.goto(`${address}/#/join`)
  await page.getByLabel('领用码').fill('ABCDE-FGHJK')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('这个码不对、用过了或已过期。')).toBeVisible()
  const [first] = slips
  if (first === undefined) throw new Error('no slips')
  await page.getByLabel('领用码').fill(first.code)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('设密码').fill('12345678')
  await page.getByRole('button', { name: '设好，进入研途' }).click()
  await expect(page.getByText('这个密码太常见，容易被猜到，请换一个。')).toBeVisible()
  await page.goto('about:blank')
  await joinWithSlip(page, address, first)
})

test('a phone handed to a colleague shows nothing of the first person and loses nothing of hers', async () => {
  const page = await onPhone()
  const [first, second] = slips
  if (first === undefined || second === undefined) throw new Error('no slips')
  await synchronise(page)
  // Offline from here: everything of the app has to be on the phone.
  await readyForOffline(page)
  await phone.setOffline(true)
  await goTo(page, '/')
  await claimHours(page, { title: '只在这台手机上的培训', level: '校本', mode: '校本研修', hours: '1.5' })
  await goTo(page, '/mine')
  await expect(page.getByText('还有 1 条只在本机：不会丢')).toBeVisible()
  // Back on the network, but before anything could be sent.
  await phone.route('**/api/sync', (route) => route.abort())
  await phone.setOffline(false)
  await page.getByRole('button', { name: '退出并换人' }).click()
  const asked = page.getByRole('dialog', { name: '还有 1 条没送出' })
  await expect(asked.getByRole('button', { name: '下载救援文件' })).toBeVisible()
  await asked.getByRole('button', { name: '仍然退出' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登录研途' })).toBeVisible()

  await joinWithSlip(page, address, second)
  await phone.unroute('**/api/sync')
  await synchronise(page)
  await expect(page.getByText('只在本机 · 0')).toBeVisible()
  await goTo(page, '/records')
  await expect(page.getByRole('heading', { level: 1, name: '记录' })).toBeVisible()
  await expect(page.getByText('只在这台手机上的培训')).toHaveCount(0)
  await goTo(page, '/mine')
  await leave(page)
})

test('a wrong password is answered in words, and back in, her record is there and goes out in her own name', async () => {
  const page = await onPhone()
  const [first] = slips
  if (first === undefined) throw new Error('no slips')
  const number = await staffNumberOf(first.person)
  await page.getByLabel('手机号或教师编号').fill(number)
  await page.getByLabel('密码', { exact: true }).fill('记错了的密码')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toHaveText('号码或密码不对。忘了密码请找学校师训专干当面重设。')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await goTo(page, '/records')
  await expect(page.getByRole('link', { name: '只在这台手机上的培训' })).toBeVisible()
  await synchronise(page)
  await goTo(page, '/records')
  await expect(page.getByRole('link', { name: '只在这台手机上的培训' }).filter({ hasText: '待学校审' })).toBeVisible()
})

async function staffNumberOf(person: string): Promise<string> {
  const at = desk.pages()[0]
  if (at === undefined) throw new Error('the administrator has gone')
  const { schools } = await ask<DistrictOverview>(at, '/api/district/overview')
  const { people } = await ask<SchoolPeople>(at, `/api/school/${schools[0]?.school ?? ''}/people`)
  return people.find((one) => one.person === person)?.staffNumber ?? ''
}
