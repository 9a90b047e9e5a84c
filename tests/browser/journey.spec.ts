// The main job in real browsers: hours recorded without a network outlive the browser, reach the school, the district and every
// total, equal to the tenth on the principal's page, the district's page and the command line. Told in order, in the demo district.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { formatTenths, type Tenths } from '../../src/domain/hours.ts'
import { chooseHours, claimHours } from './claiming.ts'
import { demoDistrict } from './demo-server.ts'
import { comeInByLink, goTo, openSync, readyForOffline, synchronise, takeRole } from './people.ts'
import { type Profile, startBrowser } from './profile.ts'

test.describe.configure({ mode: 'serial' })

const SCHOOL = '雾灯小学'
const AT_SCHOOL = '山城课堂观察'
const IN_DISTRICT = '区里的作业设计研修'
const FOR_ALL = '十一月校本教研'

let profiles: string
let phone: Profile
let teacher: { context: BrowserContext; page: Page }
let officer: { context: BrowserContext; page: Page }
let desks: BrowserContext[] = []

test.beforeAll(async ({}, info) => {
  profiles = mkdtempSync(join(tmpdir(), 'yantu-profiles-'))
  phone = { folder: join(profiles, 'phone'), width: 360, height: 740 }
  teacher = await startBrowser(phone, info, { offline: false })
  officer = await startBrowser({ folder: join(profiles, 'officer'), width: 1280, height: 800 }, info, { offline: false })
})

test.afterAll(async () => {
  await Promise.all([teacher.context, officer.context, ...desks].map((context) => context.close()))
  rmSync(profiles, { recursive: true, force: true })
})

test('what a teacher recorded without a network is still there after the browser was closed and started again, still without one', async ({}, info) => {
  const { address, linkOf } = demoDistrict()
  let { page } = teacher
  await comeInByLink(page, linkOf('教师'))
  await synchronise(page)
  await readyForOffline(page)
  await teacher.context.setOffline(true)
  await goTo(page, '/')
  await claimHours(page, { title: AT_SCHOOL, level: '校本', mode: '校本研修', hours: '1.5' })
  await claimHours(page, { title: IN_DISTRICT, level: '区培', mode: '集中', hours: '2.5', day: '昨天' })
  await goTo(page, '/records')
  await expect(record(page, '只在本机', AT_SCHOOL)).toBeVisible()

  await teacher.context.close()
  teacher = await startBrowser(phone, info, { offline: true })
  page = teacher.page
  await page.goto(address)
  await goTo(page, '/records')
  await expect(record(page, '只在本机', AT_SCHOOL)).toBeVisible()
  await expect(record(page, '只在本机', IN_DISTRICT)).toBeVisible()
  await expect(page.getByRole('button', { name: '2 条只在本机' })).toBeVisible()
})

test('back on the network the records reach the server, and their pages say when', async () => {
  const { page } = teacher
  await teacher.context.setOffline(false)
  await synchronise(page)
  await goTo(page, '/records')
  await record(page, '待学校审', AT_SCHOOL).click()
  await expect(page.getByText('到达服务器')).toBeVisible()
  await expect(page.getByText('等学校 王晓琴（师训专干）审核')).toBeVisible()
})

test('the officer accepts what the school decides, and passes on what the district decides', async () => {
  const { page } = officer
  await comeInByLink(page, demoDistrict().linkOf('师训专干'))
  await takeRole(page, '师训专干')
  await expect(page.getByRole('heading', { level: 1, name: '审核' })).toBeVisible()
  for (const title of [AT_SCHOOL, IN_DISTRICT]) {
    await groupOf(page, title).getByRole('button', { name: '通过' }).click()
    await expect(page.getByRole('heading', { name: title })).toBeHidden()
  }
  await synchronise(page)

  await synchronise(teacher.page)
  await goTo(teacher.page, '/records')
  await expect(record(teacher.page, '已认定', AT_SCHOOL)).toBeVisible()
  await expect(record(teacher.page, '待区认定', IN_DISTRICT)).toBeVisible()
})

test('the district recognises the other one across schools', async ({ browser }) => {
  const page = await atDesk(browser.newContext({ viewport: { width: 1280, height: 800 } }), '区师训专干')
  await goTo(page, '/district/recognise')
  await groupOf(page, IN_DISTRICT).getByRole('button', { name: '认定' }).click()
  await expect(page.getByRole('heading', { name: IN_DISTRICT })).toBeHidden()
  await synchronise(page)

  await synchronise(teacher.page)
  await goTo(teacher.page, '/records')
  await expect(record(teacher.page, '已认定', IN_DISTRICT)).toBeVisible()
})

test('the school registers one training for everyone but two, without a network, and a teacher finds it among her records', async () => {
  const { page, context } = officer
  await context.setOffline(true)
  await goTo(page, '/school/register/activity')
  await page.getByLabel('活动名称').fill(FOR_ALL)
  await chooseHours(page, '每人多少学时', '0.5')
  await page.getByRole('button', { name: '谁缺席' }).click()
  const absent = page.getByRole('dialog', { name: '谁缺席' })
  await absent.getByLabel('蔡琳').check()
  await absent.getByLabel('陈文博').check()
  await absent.getByRole('button', { name: '好了' }).click()
  await expect(page.getByText(/^参加 \d+ 人 · 缺席 2 人$/)).toBeVisible()
  await page.getByRole('button', { name: /^发给 \d+ 人$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '活动' })).toBeVisible()
  await context.setOffline(false)
  await openSync(page)
  await synchronise(page)
  await expect(page.getByText('没有等着送的。')).toBeVisible()
  // Her own share waits for somebody else to decide; her phone knew, so nothing alarms her.
  await expect(page.getByText('服务器作了调整')).toHaveCount(0)

  await synchronise(teacher.page)
  await goTo(teacher.page, '/records')
  await expect(record(teacher.page, '已认定', FOR_ALL)).toBeVisible()
})

test('principal, district and command line read the same totals, to the tenth', async ({ browser }) => {
  const told = await rollUp(SCHOOL)
  const { counted, recognised, pending } = told.hours
  const numbers = [counted, recognised, pending].map(formatTenths)

  const principal = await atDesk(browser.newContext({ viewport: { width: 1280, height: 800 } }), '校长')
  await synchronise(principal)
  await takeRole(principal, '校长')
  await goTo(principal, '/school/summary')
  const total = principal.getByRole('row').filter({ has: principal.getByRole('rowheader', { name: '合计' }) })
  await expect(total.getByRole('cell')).toHaveText(numbers)
  await expect(
    principal.getByRole('heading', {
      name: `全校在册 ${String(told.onRoll)} = 应计 ${String(told.counted)} + 不计 ${String(told.onRoll - told.counted)}`,
    }),
  ).toBeVisible()

  const district = await atDesk(browser.newContext({ viewport: { width: 1280, height: 800 } }), '区师训专干')
  await goTo(district, '/district/schools')
  const whole = await rollUp()
  await expect(
    district.getByText(
      `在册 ${String(whole.totals.onRoll)} = 应计 ${String(whole.totals.counted)} + 不计 ${String(whole.totals.notCounted)}`,
    ),
  ).toBeVisible()
  await district.getByRole('link', { name: SCHOOL }).click()
  await expect(district.getByText(`已计入 ${numbers[0] ?? ''}，已认定 ${numbers[1] ?? ''}，待审 ${numbers[2] ?? ''}`)).toBeVisible()
})

const record = (page: Page, state: string, title: string) => page.getByRole('link', { name: title }).filter({ hasText: state })
/** The card of one training on a page of decisions. */
const groupOf = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

async function atDesk(opening: Promise<BrowserContext>, role: string): Promise<Page> {
  const context = await opening
  desks = [...desks, context]
  const page = await context.newPage()
  await comeInByLink(page, demoDistrict().linkOf(role))
  return page
}

interface Totals {
  readonly onRoll: number
  readonly counted: number
  readonly notCounted: number
  readonly hours: { readonly counted: Tenths; readonly recognised: Tenths; readonly pending: Tenths }
}
function rollUp(school: string): Promise<Totals>
function rollUp(): Promise<{ readonly totals: Totals }>
async function rollUp(school?: string): Promise<unknown> {
  const command = fileURLToPath(new URL('../../scripts/yantu.mjs', import.meta.url))
  const args = [command, 'roll-up', ...(school === undefined ? [] : [school]), '--json']
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, YANTU_DATA: demoDistrict().folder } })
  return JSON.parse(stdout)
}
