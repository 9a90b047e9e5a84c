// Chromium killed with kill -9 while a record is being saved, and started again on the same profile: what the page had said is saved
// is there, once, and reaches the server once; what it had not said may be there or not, but never twice.
// CHROMIUM_KILLS=50 for longer.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { inOneLine, tellFigures } from '../setup/tell-figures.ts'
import { chooseChip, chooseHours } from './claiming.ts'
import { oneTeacher, type OneTeacher } from './one-teacher.ts'
import { goTo, joinWithSlip, synchronise } from './people.ts'
import { startBrowser } from './profile.ts'

const KILLS = Number(process.env['CHROMIUM_KILLS'] ?? '3')
/** When the kill comes: as soon as the page says that it is saved, or so many ms after the press, whatever is going on then. */
const MOMENTS = ['said', 20, 'said', 60, 'said', 6, 'said', 120, 'said', 0, 'said', 35] as const
type Moment = (typeof MOMENTS)[number]

let place: OneTeacher
let folder: string

test.beforeAll(async () => {
  place = await oneTeacher()
  folder = mkdtempSync(join(tmpdir(), 'yantu-killed-'))
})
test.afterAll(async () => {
  await place.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test(`nothing that the page said is saved is lost over ${String(KILLS)} kills of the browser`, async ({}, info) => {
  test.setTimeout(60_000 + KILLS * 30_000)
  const profile = { folder, width: 390, height: 844 }
  let { context, page } = await startBrowser(profile, info, { offline: false })
  await joinWithSlip(page, place.address, { code: place.code, name: place.name })
  await synchronise(page)
  // Chromium writes cookies down after half a minute, or when it is closed: without this the killed one would have to sign in again.
  await context.close()
  ;({ context, page } = await startBrowser(profile, info, { offline: false }))
  await page.goto(place.address)
  const tried: string[] = []
  const confirmed: string[] = []
  let lost = 0
  let doubled = 0
  for (let i = 0; i < KILLS; i += 1) {
    const title = `第 ${String(i + 1)} 回`
    tried.push(title)
    await fillIn(page, title)
    if (await savedBeforeKill(context, page, MOMENTS[i % MOMENTS.length] ?? 'said')) confirmed.push(title)
    ;({ context, page } = await startBrowser(profile, info, { offline: false }))
    await page.goto(place.address)
    await goTo(page, '/records')
    await expect(page.getByRole('heading', { level: 1, name: '记录' })).toBeVisible()
    if (confirmed.length > 0) await expect(page.getByText(confirmed[confirmed.length - 1] ?? '')).toHaveCount(1)
    const shown = await Promise.all(tried.map((one) => page.getByText(one, { exact: true }).count()))
    lost += tried.filter((one, at) => confirmed.includes(one) && shown[at] === 0).length
    doubled += shown.filter((n) => n > 1).length
  }
  await synchronise(page)
  const titles = await place.titles()
  lost += confirmed.filter((one) => !titles.includes(one)).length
  doubled += titles.length - new Set(titles).size
  await context.close()
  const counts = {
    kills: KILLS,
    'said to be saved': confirmed.length,
    'killed before it said so': KILLS - confirmed.length,
    'of these kept': titles.length - confirmed.length,
    lost,
    doubled,
  }
  tellFigures('kill -9 of Chromium during save', counts, [inOneLine(counts)])
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
})

async function fillIn(page: Page, title: string): Promise<void> {
  await goTo(page, '/')
  await page.getByRole('button', { name: '登记学时' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记学时' })).toBeVisible()
  await page.getByLabel('参加了什么').fill(title)
  await chooseChip(page, '谁组织的', '校本')
  await chooseChip(page, '什么形式', '校本研修')
  await chooseHours(page, '多少学时', '1')
}

/** Presses 保存 and kills the browser; true when the page had left the form, which it does once the save is on the disk. */
async function savedBeforeKill(context: BrowserContext, page: Page, moment: Moment): Promise<boolean> {
  const pid = browserOf(folder)
  const left = page
    .getByRole('heading', { level: 1, name: '登记学时' })
    .waitFor({ state: 'hidden' })
    .then(
      () => true,
      () => false,
    )
  const gone = new Promise((resolve) => {
    context.once('close', resolve)
  })
  const pressed = page
    .getByRole('button', { name: '保存并提交' })
    .click({ noWaitAfter: true })
    .catch(() => undefined)
  await Promise.race([pressed, gone])
  await (moment === 'said' ? left : new Promise((resolve) => setTimeout(resolve, moment)))
  process.kill(pid, 'SIGKILL')
  await gone
  return left
}

/** The process whose profile this is: the one without a type, which all others belong to; Debian starts it from a shell. */
function browserOf(profile: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = commandOf(pid)
    const started = command.includes(`--user-data-dir=${profile}`) && !command.some((part) => part.startsWith('--type='))
    if (started && !/(^|\/)sh$/.test(command[0] ?? '')) return Number(pid)
  }
  throw new Error(`no browser has ${profile}`)
}

function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    // It has ended meanwhile.
    return []
  }
}
