// A year of 交流轮岗 in 永川 as people click it: the list frozen from pasted names, plans, two arrivals registered at once, what home
// and host see, 永川's three rules on the district's page, the return; and then a transfer in the middle of the cycle. Told in order.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { addDays, type Day } from '../../src/domain/day.ts'
import type { OwnDistrict } from './own-district.ts'
import { goTo, joinWithSlip, synchronise, takeRole } from './people.ts'
import { CITY, VILLAGE, yongchuan } from './yongchuan.ts'

test.describe.configure({ mode: 'serial' })

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()) as Day
/** Arrived on, last day there, and a day in between: all of them over, on whatever day this is told. */
const [ARRIVED, BETWEEN, LAST] = [addDays(today, -4), addDays(today, -2), addDays(today, -1)]
const ROUTE = `${VILLAGE} → ${CITY}`

let place: OwnDistrict
let district: Page
let home: Page
let host: Page
let teacher: Page

test.beforeAll(async ({ browser }) => {
  place = await yongchuan(today)
  const comes = async (name: string, width: number): Promise<Page> => {
    const page = await newPage(browser, width)
    await joinWithSlip(page, place.address, await place.slipOf(name))
    return page
  }
  // Two at a time: each password takes the server a moment.
  ;[district, home] = await Promise.all([comes('杜永平', 1280), comes('吴启明', 360)])
  ;[host, teacher] = await Promise.all([comes('魏红', 360), comes('陶静', 360)])
  for (const page of [home, host]) await takeRole(page, '师训专干')
})

test.afterAll(async () => {
  await Promise.all([district, home, host, teacher].map((page) => page.context().close()))
  await place.stop()
})

test('the district freezes its list from pasted names, and not while one of them means nobody', async () => {
  await goTo(district, '/district/rotation')
  await expect(card(district, '每学年交流轮岗教师占符合交流条件教师总数达到 20% 以上').getByText('待核实', { exact: true })).toBeVisible()
  await district.getByRole('link', { name: '冻结名单' }).click()
  await district.getByLabel('学年第一天').fill(addDays(today, -30))
  await district.getByLabel('学年最后一天').fill(addDays(today, 300))
  await district.getByLabel('区里的条件').fill('在同一所学校连续任教满六年')
  await district.getByLabel('依据的文件').fill('区教委会议纪要')
  await district.getByRole('textbox', { name: '名单' }).fill('陶静\n柏青 石庙小学\n程岚\n路过的人')
  await district.getByRole('button', { name: '核对名单' }).click()
  await expect(district.getByText('还有 1 行没对上，对上了才能冻结。')).toBeVisible()
  await expect(district.getByRole('button', { name: /^冻结 \d+ 人的名单$/ })).toHaveCount(0)
  await district.getByRole('button', { name: '换一份名单' }).click()
  await district.getByRole('textbox', { name: '名单' }).fill('陶静\n柏青 石庙小学\n程岚')
  await district.getByRole('button', { name: '核对名单' }).click()
  await district.getByRole('button', { name: '冻结 3 人的名单' }).click()
  // The page asks again by itself once the list has reached the server.
  await expect(card(district, '符合交流条件的名单').getByText('其中已交流 0 人')).toBeVisible()
})

test('it plans two of them, and the teacher reads it on her phone', async () => {
  for (const name of ['柏青', '陶静']) {
    await goTo(district, '/district/rotation')
    await card(district, '符合交流条件的名单').getByRole('button', { name: '看是哪些人' }).click()
    await district.getByRole('link', { name: new RegExp(`^${name}`) }).click()
    await district.getByRole('button', { name: '安排交流' }).click()
    const sheet = district.getByRole('dialog', { name: `安排交流 · ${name}` })
    await sheet.getByText('城乡师资双向交流').click()
    await sheet.getByRole('button', { name: /去哪所学校/ }).click()
    await district.getByRole('dialog', { name: '去哪所学校' }).getByRole('button', { name: CITY }).click()
    await sheet.getByText('选日期').click()
    await sheet.getByLabel('计划从哪天起 日期').fill(ARRIVED)
    await sheet.getByRole('button', { name: '安排', exact: true }).click()
    await expect(district.getByText(`已安排 · ${ROUTE}`)).toBeVisible()
  }
  await synchronise(district)
  await synchronise(teacher)
  await goTo(teacher, '/')
  await expect(teacher.getByRole('link', { name: `去${CITY}` })).toBeVisible()
})

test('it finds her a mentor at the other school, and both schools see the pair', async () => {
  await goTo(district, '/district/mentoring')
  await district.getByLabel('姓名或教师编号').fill('陶静')
  await district.getByRole('button', { name: '找人' }).click()
  await district.getByRole('link', { name: /^陶静/ }).click()
  await district.getByRole('button', { name: '结对', exact: true }).click()
  const sheet = district.getByRole('dialog', { name: '师徒结对 · 陶静' })
  for (const who of ['路过的人', '彭丽']) {
    await sheet.getByLabel('找师傅').fill(who)
    await sheet.getByRole('button', { name: '查找' }).click()
    if (who === '路过的人') await expect(sheet.getByText('没有找到这位老师，请核对姓名或编号。')).toBeVisible()
  }
  await expect(sheet.getByRole('button', { name: /师傅是谁/ })).toContainText('彭丽')
  await sheet.getByRole('button', { name: '结对', exact: true }).click()
  await expect(district.getByText('师傅：彭丽')).toBeVisible()
  await synchronise(district)
  await Promise.all([synchronise(home), synchronise(host)])
  for (const [page, title] of [
    [home, '正在结对 1'],
    [host, '本校老师在外校带徒 1'],
  ] as const) {
    await goTo(page, '/school/mentoring')
    await expect(card(page, title).getByRole('link', { name: '陶静 ← 彭丽' })).toBeVisible()
  }
})

test('the home school registers both arrivals at once, without a network; home, host and teacher see the period', async () => {
  await goTo(home, '/school/rotation')
  await home.context().setOffline(true)
  await home.getByRole('button', { name: '一起登记到岗（2）' }).click()
  await home.getByRole('dialog', { name: '一起登记到岗' }).getByRole('button', { name: '2 人到岗' }).click()
  await expect(home.getByRole('button', { name: '一起登记返回（2）' })).toBeVisible()
  await home.context().setOffline(false)
  await synchronise(home)

  await place.does(
    { kind: 'teacher', id: place.idOf('陶静') },
    'record-for',
    {
      title: '红旗小学校本研修',
      organiser: CITY,
      level: 'school',
      mode: 'school-based',
      tags: [],
      activity: null,
      project: null,
      first: BETWEEN,
      last: BETWEEN,
      hours: '4',
      credits: null,
      attendance: null,
      result: null,
      evidence: [],
      lateReason: null,
      originalSeen: true,
    },
    '魏红',
  )
  await synchronise(host)
  await goTo(host, '/school/rotation')
  await expect(card(host, '来本校交流的').getByText(`陶静 · ${ROUTE}`)).toBeVisible()
  await goTo(host, '/school/summary')
  // She counts once, where her 人事关系 is.
  await expect(host.getByText('全校在册 2 = 应计 2 + 不计 0')).toBeVisible()
  await expect(host.getByText('另有 2 人在这里任教，计在别的学校')).toBeVisible()
  await synchronise(teacher)
  await goTo(teacher, '/rotation')
  await expect(teacher.getByText('在交流')).toBeVisible()
  await goTo(teacher, '/records')
  await expect(teacher.getByRole('link', { name: '红旗小学校本研修' })).toBeVisible()
})

test('永川’s three rules stand on the district’s page, with who must still go and by when', async () => {
  await goTo(district, '/district/rotation')
  const share = card(district, '每学年交流轮岗教师占符合交流条件教师总数达到 20% 以上')
  await expect(share.getByText('达到', { exact: true })).toBeVisible()
  await expect(share).toContainText('2 / 3')
  const quality = card(district, '优质师资占交流轮岗教师不低于 20%')
  await expect(quality.getByText('待核实', { exact: true })).toBeVisible()
  await expect(quality).toContainText('哪些称号算，还没有定，待区确认。')
  const newcomers = card(district, '农村学校新入职教师 3 年内到城区工作至少 1 年')
  await expect(newcomers).toContainText('1 人中 1 人还要去')
  await expect(newcomers.getByRole('link', { name: /何小雨.*最晚\d{4}年\d+月\d+日去/ })).toBeVisible()
})

test('on the return the host loses the dossier, the hours stay with the person, and a past day reads as it was', async () => {
  await district.getByRole('button', { name: '一起登记返回（2）' }).click()
  const sheet = district.getByRole('dialog', { name: '一起登记返回' })
  // No last day was planned, so nobody is chosen beforehand.
  await sheet.getByRole('button', { name: '全选' }).click()
  await sheet.getByText('昨天').click()
  await sheet.getByRole('button', { name: '2 人返回' }).click()
  await expect(
    district
      .getByRole('listitem')
      .filter({ hasText: `陶静 · ${ROUTE}` })
      .getByText('已返回'),
  ).toBeVisible()
  await synchronise(host)
  await goTo(host, '/school/teachers')
  await expect(host.getByRole('link', { name: '彭丽' })).toBeVisible()
  await expect(host.getByRole('link', { name: '陶静' })).toHaveCount(0)
  await goTo(host, '/school/rotation')
  await asOf(host, BETWEEN)
  await expect(card(host, '来本校交流的').getByRole('listitem').filter({ hasText: '陶静' }).getByText('在交流')).toBeVisible()
  await synchronise(teacher)
  await goTo(teacher, '/rotation')
  await expect(teacher.getByText('已返回')).toBeVisible()
  await expect(teacher.getByText(dayWords(LAST))).toBeVisible()
})

test('a transfer in the middle of the cycle: the hours go along, and each school’s totals are right before and after', async () => {
  await synchronise(home)
  await goTo(home, '/school/teachers')
  await home.getByRole('link', { name: '陶静' }).click()
  await home.getByRole('button', { name: '派出 / 调动' }).click()
  const sheet = home.getByRole('dialog', { name: '派出 / 调动' })
  await sheet.getByText('调动', { exact: true }).click()
  await sheet.getByRole('button', { name: /去哪所学校/ }).click()
  await home.getByRole('dialog', { name: '去哪所学校' }).getByRole('button', { name: CITY }).click()
  await sheet.getByRole('button', { name: '保存' }).click()
  await expect(sheet).toBeHidden()
  await synchronise(home)
  await synchronise(host)
  // Known today and as of yesterday, she is still at home with her hours; from today on at the other school.
  for (const [page, before, after] of [
    [home, [5, '4'], [4, '0']],
    [host, [2, '0'], [3, '4']],
  ] as const) {
    await goTo(page, '/school/summary')
    await reads(page, after[0], after[1])
    await asOf(page, LAST)
    await reads(page, before[0], before[1])
  }
  await goTo(host, '/school/teachers')
  await host.getByRole('link', { name: '陶静' }).click()
  // Mentor and mentee are of one school now: it ends the pair, on both sides.
  await card(host, '师徒结对').getByRole('button', { name: '结束' }).click()
  const end = host.getByRole('dialog', { name: '结束' })
  await end.getByText('调离').click()
  await end.getByRole('button', { name: '结束' }).click()
  for (const [who, partner] of [
    ['陶静', '师傅：彭丽'],
    ['彭丽', '徒弟：陶静'],
  ] as const) {
    await goTo(host, '/school/teachers')
    await host.getByRole('link', { name: who }).click()
    await expect(card(host, '师徒结对').getByRole('listitem')).toContainText([partner])
    await expect(card(host, '师徒结对').getByRole('listitem')).toContainText(['调离'])
  }
})

test('two are appointed by the district from one pasted list, each from a day of their own where the line has one', async () => {
  await goTo(district, '/district/rotation')
  await district.getByRole('link', { name: '一起登记聘任' }).click()
  await district.getByRole('textbox', { name: '名单' }).fill(`柏青 ${LAST}\n程岚\n路过的人`)
  await district.getByRole('button', { name: '核对名单' }).click()
  await expect(district.getByText('“路过的人”没有对上，先不登记。')).toBeVisible()
  await district.getByRole('button', { name: '登记 2 人' }).click()
  await expect(district.getByRole('region', { name: '已登记 2 人' })).toBeVisible()
  await synchronise(district)
  await goTo(district, '/district/rotation')
  await expect(card(district, '教师聘任')).toContainText('区里聘任 2 人')
})

const card = (page: Page, title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** By 换个日子看, at the end of a page. */
async function asOf(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: '换个日子看' }).click()
  const days = card(page, '换个日子看')
  await days.getByText('选日期').click()
  await days.getByLabel('截至哪天 日期').fill(day)
  await days.getByRole('button', { name: '查看' }).click()
}

async function reads(page: Page, onRoll: number, counted: string): Promise<void> {
  await expect(page.getByText(`全校在册 ${String(onRoll)} = 应计 ${String(onRoll)} + 不计 0`)).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(`^合计 ${counted} `) })).toBeVisible()
}

const dayWords = (day: Day): RegExp => new RegExp(`${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`)

async function newPage(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width > 600 ? 800 : 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  return context.newPage()
}
