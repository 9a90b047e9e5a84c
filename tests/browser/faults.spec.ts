// Real Chromium, the real server, and between them a network that does what networks do. Whatever happens to a request, the teacher
// reads in words what became of it, and what was said to be saved arrives once.
import { expect, type Page, test } from '@playwright/test'
import { FAULTS, faultProxy, type Fault, type FaultProxy } from '../proxy/fault-proxy.ts'
import { inOneLine, tellFigures } from '../setup/tell-figures.ts'
import { claimHours } from './claiming.ts'
import { oneTeacher, type OneTeacher } from './one-teacher.ts'
import { goTo, joinWithSlip, openSync, synchronise } from './people.ts'

test.describe.configure({ mode: 'serial' })

let place: OneTeacher
let proxy: FaultProxy
let page: Page

test.beforeAll(async ({ browser }) => {
  place = await oneTeacher()
  proxy = await faultProxy(place.address)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page = await context.newPage()
  await joinWithSlip(page, proxy.address, { code: place.code, name: place.name })
  await synchronise(page)
})

test.afterAll(async () => {
  await page.context().close()
  await proxy.close()
  await place.stop()
})

const NOT_NOW = '没连上服务器，已存在本机，有网会自动送。'
const DONE = '全部已同步。'

/** What a press on 现在同步 answers while it lasts. */
const SAYS: Readonly<Record<Fault, RegExp>> = {
  drop: new RegExp(NOT_NOW),
  'answer-lost': new RegExp(NOT_NOW),
  cut: new RegExp(NOT_NOW),
  'portal-200': new RegExp(NOT_NOW),
  'portal-302': new RegExp(NOT_NOW),
  'gateway-502': new RegExp(NOT_NOW),
  delay: new RegExp(DONE),
  duplicate: new RegExp(DONE),
  flap: new RegExp(`${NOT_NOW}|${DONE}`),
}

for (const fault of FAULTS) {
  test(`${fault}: the record is kept, what happened is said in words, and it arrives once the network is back`, async () => {
    await goTo(page, '/')
    proxy.fault = fault
    await claimHours(page, { title: `遇到 ${fault}`, level: '校本', mode: '校本研修', hours: '1' })
    await openSync(page)
    await page.getByRole('button', { name: '现在同步' }).click()
    await expect(page.getByRole('main').getByRole('status')).toHaveText(SAYS[fault])
    proxy.fault = 'none'
    await synchronise(page)
    expect((await place.titles()).filter((title) => title === `遇到 ${fault}`)).toHaveLength(1)
  })
}

test('in the end every record is at the server once, and on a page that is opened anew', async () => {
  const wanted = FAULTS.map((fault) => `遇到 ${fault}`).sort()
  const found = (await place.titles()).sort()
  const lost = wanted.filter((title) => !found.includes(title)).length
  const counts = {
    ...Object.fromEntries(Object.entries(proxy.counts).map(([fault, n]) => [`fault.${fault}`, n])),
    acknowledged: wanted.length,
    lost,
    doubled: found.length - new Set(found).size,
  }
  tellFigures('fault proxy', counts, [inOneLine(counts)])
  expect(found).toEqual(wanted)
  for (const fault of FAULTS) expect(proxy.counts[fault], fault).toBeGreaterThan(0)
  await page.reload()
  await goTo(page, '/records')
  for (const fault of FAULTS) await expect(page.getByText(`遇到 ${fault}`)).toHaveCount(1)
})
