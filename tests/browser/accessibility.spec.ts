// Every main page, as it is in the demo district: nothing serious for axe, nothing cut off at 320 and 360 px, also with large
// letters and in the dark, nothing asked of anybody else, and none of the page's own security rules broken.
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { demoDistrict } from './demo-server.ts'
import { comeInByLink, goTo, synchronise, takeRole } from './people.ts'
import { seriousIn } from './serious.ts'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

interface Walk {
  readonly who: string
  /** The role to take on the switch, for people with several. */
  readonly role: string | null
  /** Address and the heading or word that says the page is there. */
  readonly pages: readonly (readonly [path: string, title: string])[]
}

/** One person comes in once and walks through every page of theirs; the longest walks first. */
const WALKS: readonly Walk[] = [
  {
    who: '区师训专干',
    role: null,
    pages: [
      ['/district/recognise', '认定'],
      ['/district/schools', '学校'],
      ['/district/schools/new', '开通学校'],
      ['/district/plan', '规划'],
      ['/district/targets', '规划指标'],
      ['/district/tiers', '梯队'],
      ['/district/tiers/list', '按名单授予'],
      ['/district/mentoring', '师徒结对'],
      ['/district/studios', '工作室'],
      ['/district/appraisal', '考核记载'],
      ['/district/programmes', '培养计划和项目'],
      ['/district/rotation', '交流轮岗'],
      ['/district/rotation/list', '冻结名单'],
      ['/district/registration', '定期注册与持证'],
      ['/district/registration/many', '一起登记'],
      ['/district/rules', '规则'],
      ['/district/policy', '确认与发布'],
      ['/district/year-review', '年审'],
      ['/district/history', '历史学时核对情况'],
      ['/district/supervision', '优质均衡督导材料'],
      ['/district/gaps', '学时缺口'],
      ['/district/exchange', '导入导出'],
      ['/district/import', '导入'],
    ],
  },
  {
    who: '师训专干',
    role: '师训专干',
    pages: [
      ['/school/review', '审核'],
      ['/school/register', '登记'],
      ['/school/register/activity', '登记校本学时'],
      ['/school/register/record-for', '代录'],
      ['/school/teachers', '教师'],
      ['/school/teachers/slips', '领用条'],
      ['/school/teachers/add', '添加一位老师'],
      ['/school/import', '导入表格'],
      ['/school/tiers', '梯队'],
      ['/school/mentoring', '师徒结对'],
      ['/school/studios', '工作室'],
      ['/school/appraisal', '考核记载'],
      ['/school/projects', '项目名额'],
      ['/school/year-review', '年审'],
      ['/school/papers', '报表与花名册'],
      ['/school/originals', '证明材料'],
      ['/school/handover', '交接'],
      ['/school/month', '每月一页'],
      ['/school/history', '历史学时'],
      ['/school/registration/many', '一起登记'],
      ['/school/supervision', '优质均衡督导材料'],
    ],
  },
  {
    who: '教师',
    role: null,
    pages: [
      ['/', '覃老师'],
      ['/records', '记录'],
      ['/claim', '登记学时'],
      ['entry', ''],
      ['/proof', '证明'],
      ['/rotation', '我的轮岗'],
      ['/registration', '我的注册'],
      ['/tiers', '我的梯队'],
      ['/growth', '成长档案'],
      ['/history', '核对历史学时'],
      ['/year-review', '年审公示'],
      ['/mine', '我的'],
      ['/account', '账号'],
      ['/sync', '同步'],
    ],
  },
  {
    who: '校长',
    role: '校长',
    pages: [
      ['/school/summary', '汇总'],
      ['/school/under-way', '还在办的'],
      ['/school/rotation', '交流轮岗'],
      ['/school/registration', '定期注册与持证'],
    ],
  },
  {
    who: '区管理员',
    role: null,
    pages: [
      ['/district/roles', '区级角色'],
      ['/district/events', '同步异常'],
    ],
  },
]

for (const walk of WALKS) {
  test(`pages of ${walk.who} can be read and used by everybody, on any phone, and ask nobody else`, async ({ browser }) => {
    const { address, linkOf } = demoDistrict()
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const watched = watch(context, address)
    const page = await context.newPage()
    await comeInByLink(page, linkOf(walk.who))
    if (walk.role !== null) await takeRole(page, walk.role)
    await synchronise(page)
    await everyPage(page, walk, async (at) => {
      expect(await seriousIn(page), `${at}, light`).toEqual([])
      await fits(page, at)
      await inTheDarkWithLargeLetters(page, true)
      expect(await seriousIn(page, ['color-contrast']), `${at}, dark, large letters`).toEqual([])
      await fits(page, `${at}, large letters`)
      await inTheDarkWithLargeLetters(page, false)
    })
    expect(watched.elsewhere).toEqual([])
    expect(watched.complaints).toEqual([])
    await context.close()
  })
}

test('the pages before anybody is in can be read and used by everybody', async ({ browser }) => {
  const { address } = demoDistrict()
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const watched = watch(context, address)
  const page = await context.newPage()
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const [path, title] of [
      ['/sign-in', '登录研途'],
      ['/join', '领用账号'],
      ['/first-run', '第一次启用研途'],
    ] as const) {
      await page.goto(`${address}/#${path}`)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      expect(await seriousIn(page), `${path}, ${scheme}`).toEqual([])
      await fits(page, path)
    }
  }
  expect(watched.elsewhere).toEqual([])
  expect(watched.complaints).toEqual([])
  await context.close()
})

async function everyPage(page: Page, walk: Walk, look: (at: string) => Promise<void>): Promise<void> {
  for (const [path, title] of walk.pages) {
    if (path === 'entry') await page.getByRole('main').getByRole('link').filter({ hasText: '已认定' }).first().click()
    else await goTo(page, path)
    if (path === 'entry') await expect(page.getByRole('heading', { name: '怎么算的' })).toBeVisible()
    else await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
    await expect(page.getByText(/^正在(读|取|从本机)/)).toHaveCount(0)
    await look(path)
    // The record is opened from the list of records.
    if (path === '/claim') await goTo(page, '/records')
  }
}

/** 长辈模式 as 我的 switches it (`stores/preferences.ts`), without going there and back for every page. */
async function inTheDarkWithLargeLetters(page: Page, on: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: on ? 'dark' : 'light' })
  await page.evaluate((elder) => document.documentElement.classList.toggle('elder', elder), on)
}

async function fits(page: Page, at: string): Promise<void> {
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider, `${at} at ${String(width)} px`).toBe(0)
    const hidden = await page.evaluate(() =>
      Math.max(0, ...[...document.querySelectorAll('nav.tabs')].map((tabs) => tabs.scrollWidth - tabs.clientWidth)),
    )
    expect(hidden, `the places at the bottom of ${at} at ${String(width)} px`).toBe(0)
  }
}

function watch(context: BrowserContext, address: string): { readonly elsewhere: string[]; readonly complaints: string[] } {
  const elsewhere: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address)) elsewhere.push(request.url())
  })
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  return { elsewhere, complaints }
}
