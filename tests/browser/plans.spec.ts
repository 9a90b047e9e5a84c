// What the plans name, in real browsers: a title from nomination to its end, a value the district decides with its trial first, and the
// supervision file on the screen, on paper and as a workbook. Told in the demo district, each by whoever does it.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import readXlsx from 'read-excel-file/node'
import { chooseChip } from './claiming.ts'
import { demoDistrict } from './demo-server.ts'
import { comeInByLink, goTo, synchronise, takeRole } from './people.ts'

test.describe.configure({ mode: 'serial' })

const WHO = '覃丽莎'
const TITLE = '区级名优教师'
const DEED = '渝中教〔2026〕31号'

let teacher: Page
let district: Page

test.beforeAll(async ({ browser }) => {
  teacher = await comes(browser, '教师', 360)
  district = await comes(browser, '区师训专干', 1280)
})
test.afterAll(async () => {
  await Promise.all([teacher, district].map((page) => page.context().close()))
})

test('a teacher is proposed for a title by her school', async ({ browser }) => {
  const officer = await comes(browser, '师训专干', 360)
  await takeRole(officer, '师训专干')
  await goTo(officer, '/school/teachers')
  await officer.getByRole('link', { name: new RegExp(WHO) }).click()
  await officer.getByRole('button', { name: '推荐称号' }).click()
  const sheet = officer.getByRole('dialog', { name: '推荐称号' })
  await sheet.getByRole('button', { name: '称号' }).click()
  await officer.getByRole('dialog', { name: '称号', exact: true }).getByRole('button', { name: '名优教师' }).click()
  await chooseChip(officer, '级别', '区级')
  await sheet.getByRole('button', { name: '推荐给区里' }).click()
  await expect(officer.getByRole('main').getByText(TITLE, { exact: true })).toBeVisible()
  await synchronise(officer)
  await officer.context().close()
})

test('the district finds it waiting and awards it, and she has it on her first page', async () => {
  await goTo(district, '/district/tiers')
  await district.getByRole('button', { name: `${WHO} · ${TITLE}` }).click()
  const sheet = district.getByRole('dialog', { name: `${WHO} · ${TITLE}` })
  await chooseChip(district, '授予日期', '昨天')
  await sheet.getByLabel('文号').fill(DEED)
  await sheet.getByRole('button', { name: '授予', exact: true }).click()
  await expect(sheet).toBeHidden()
  await synchronise(district)

  await synchronise(teacher)
  await goTo(teacher, '/')
  await tierCard(teacher).getByRole('link', { name: TITLE }).click()
  await expect(teacher.getByText(`文号 ${DEED}`)).toBeVisible()
})

test('ended by the district, it leaves her first page and stays among her past titles', async () => {
  await goTo(district, '/district/tiers')
  await district.getByRole('row', { name: TITLE }).getByRole('button', { name: '看名单' }).click()
  await district.getByRole('link', { name: WHO }).click()
  await expect(district.getByRole('heading', { level: 1, name: WHO })).toBeVisible()
  await district.getByRole('button', { name: TITLE }).click()
  const sheet = district.getByRole('dialog', { name: TITLE })
  await sheet.getByRole('button', { name: '结束' }).click()
  await chooseChip(district, '为什么结束', '到期')
  await chooseChip(district, '最后一天', '昨天')
  await sheet.getByRole('button', { name: '结束这个称号' }).click()
  await expect(sheet).toBeHidden()
  await synchronise(district)

  await synchronise(teacher)
  await goTo(teacher, '/')
  await expect(tierCard(teacher)).toContainText('区级骨干教师')
  await expect(tierCard(teacher).getByRole('link', { name: TITLE })).toHaveCount(0)
  await goTo(teacher, '/tiers')
  await expect(teacher.locator('section').filter({ has: teacher.getByRole('heading', { name: '以前的称号' }) })).toContainText(TITLE)
})

test('the district tries a value on its real dossiers, sees who moves, publishes it, and a teacher’s phone says so', async () => {
  await goTo(teacher, '/')
  await expect(teacher.getByRole('main').getByText('进行中', { exact: true })).toBeVisible()

  await goTo(district, '/district/policy')
  await district.getByRole('button', { name: /还需每年超过多少学时/ }).click()
  const sheet = district.getByRole('dialog', { name: /还需每年超过多少学时/ })
  await sheet.getByLabel('定为').fill('1')
  await sheet.getByLabel('依据').fill('区教委会议纪要')
  await sheet.getByRole('button', { name: '放进待发布' }).click()
  const list = district.locator('section').filter({ has: district.getByRole('heading', { name: '待发布 1 项' }) })
  await expect(list).toBeInViewport()
  await expect(list.getByRole('button', { name: '发布 1 项' })).toHaveCount(0)
  await list.getByRole('button', { name: '试算' }).click()
  await expect(list.getByText(/试算了 \d+ 人：\d+ 人受影响/)).toBeVisible()
  await expect(list.getByText(/进行中 [\d.]+\/[\d.]+ → 需关注/).first()).toBeVisible()
  await list.getByRole('button', { name: '发布 1 项' }).click()
  await expect(list).toBeHidden()
  await expect(district.getByText(/依据：区教委会议纪要/)).toBeVisible()
  await synchronise(district)

  await synchronise(teacher)
  await goTo(teacher, '/')
  await expect(teacher.getByRole('main').getByText('需关注', { exact: true })).toBeVisible()
})

test('the supervision file says the same on the screen, on paper, in the workbook and on the command line', async ({}, info) => {
  await goTo(district, '/district/supervision')
  const line = district.locator('section').filter({ has: district.getByRole('heading', { name: '教师 5 年 360 学时培训完成率' }) })
  const told = await supervision()
  const [met, counted] = [total(told, 'met'), total(told, 'counted')]
  await expect(line).toContainText(`${String(met)} / ${String(counted)} 人`)
  const [download] = await Promise.all([district.waitForEvent('download'), district.getByRole('button', { name: '导出表格' }).click()])
  const book = await readXlsx(await download.path())
  expect(book.map((s) => s.sheet)).toEqual(['指标', '各校', '未满360名单', '骨干名单', '交流轮岗名单', '未持证名单'])
  expect(book[0]?.data[2]?.[2]).toContain(`${String(met)} / ${String(counted)} 人`)
  expect(book[2]?.data).toHaveLength(2 + counted - met)

  await district.getByRole('button', { name: '打印' }).click()
  const paper = district.getByRole('article')
  await expect(paper).toContainText(`${String(met)} / ${String(counted)} 人`)
  for (const { backbone } of told) for (const { name } of backbone) await expect(paper).toContainText(name)
  const file = info.outputPath('supervision.pdf')
  await district.pdf({ path: file, preferCSSPageSize: true })
  // Figures and schools on one sheet, names on the next.
  expect(readFileSync(file, 'latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3)
})

const tierCard = (page: Page) => page.getByRole('region', { name: '我的梯队' })

async function comes(browser: Browser, role: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  await comeInByLink(page, demoDistrict().linkOf(role))
  return page
}

interface School {
  readonly counted: number
  readonly met: number
  readonly backbone: readonly { readonly name: string }[]
}
const total = (schools: readonly School[], what: 'counted' | 'met'): number => schools.reduce((sum, s) => sum + s[what], 0)
async function supervision(): Promise<readonly School[]> {
  const command = fileURLToPath(new URL('../../scripts/yantu.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'report', 'supervision', '--json'], {
    env: { ...process.env, YANTU_DATA: demoDistrict().folder },
  })
  const said = JSON.parse(stdout) as { answer?: { schools: School[] }; schools?: School[] }
  return said.answer?.schools ?? said.schools ?? []
}
