// What people do in every story: come in with a code or a link, look at their own pages, and synchronise; and what is prepared
// by the API in the name of whoever is signed in on a page, where the screen is not the point.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { ConfirmAnswer, ImportBatch, RosterAnswer } from '../../src/wire/import.ts'
import type { InviteAnswer, Slip } from '../../src/wire/session.ts'

export const PASSWORD = '江北的山-2026'

/** Answers JSON; throws with the server's words on anything but 200. The page's own cookie is the session. */
export async function ask<T>(page: Page, path: string, body?: unknown): Promise<T> {
  const address = new URL(page.url()).origin
  const headers = { 'x-yantu': '1', 'content-type': 'application/json' }
  const { request } = page.context()
  const response =
    body === undefined ? await request.get(address + path) : await request.post(address + path, { headers, data: JSON.stringify(body) })
  if (response.status() !== 200) throw new Error(`${path}: ${String(response.status())} ${await response.text()}`)
  return (await response.json()) as T
}

/** A sample roster, taken in whole by whoever is signed in, with every role it proposes. */
export async function takeInRoster(page: Page, fileName: string, school: string | null = null): Promise<ConfirmAnswer> {
  const file = readFileSync(fileURLToPath(new URL(`../server/import/samples/${fileName}`, import.meta.url))).toString('base64')
  const answer = await ask<RosterAnswer>(page, '/api/import/rosters', { fileName, file, school })
  if (answer.is !== 'planned') throw new Error(`${fileName}: ${answer.words}`)
  const { id, lines }: ImportBatch = answer.batch
  const roles = lines.flatMap((line) => line.roles.map((role) => ({ row: line.row, role })))
  return ask<ConfirmAnswer>(page, `/api/import/rosters/${id}/confirm`, { onlyGood: true, roles })
}

/** 领用条 of a whole school, as its officer or the district prints them. */
export async function slipsOf(page: Page, school: string): Promise<readonly Slip[]> {
  return (await ask<InviteAnswer>(page, '/api/invites', { of: 'school', school })).slips
}

/** With a code typed from a slip: greeted by name, sets a password, is in. */
export async function joinWithSlip(page: Page, address: string, slip: Pick<Slip, 'code' | 'name'>, password = PASSWORD): Promise<void> {
  await page.goto(`${address}/#/join`)
  await page.getByLabel('领用码').fill(slip.code)
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${slip.name}，你好` })).toBeVisible()
  await page.getByLabel('设密码').fill(password)
  await page.getByRole('button', { name: '设好，进入研途' }).click()
  await expect(page.getByRole('navigation', { name: '主要页面' })).toBeVisible()
}

/** With the link of a demo district; ends where the role begins. */
export async function comeInByLink(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: '进入示例' }).click()
  await expect(page.getByRole('navigation', { name: '主要页面' })).toBeVisible()
}

/** By the switch that people with several roles have. */
export async function takeRole(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: '切换身份' }).click()
  await page.getByRole('dialog', { name: '切换身份' }).getByRole('button', { name: role }).click()
  await expect(page.getByRole('dialog', { name: '切换身份' })).toBeHidden()
}

/** From here on the app opens without a network. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

export async function openSync(page: Page): Promise<void> {
  await page.getByRole('button', { name: '查看同步情况' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
}

/** From any page with the sync pill; ends on the sync page with nothing left to send. */
export async function synchronise(page: Page): Promise<void> {
  if (!page.url().endsWith('#/sync')) await openSync(page)
  await page.getByRole('button', { name: '现在同步' }).click()
  await expect(page.getByRole('main').getByText('全部已同步。')).toBeVisible()
}

/** 退出并换人, from 我的. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出并换人' }).click()
  await page.getByRole('dialog', { name: '退出这台手机？' }).getByRole('button', { name: '退出', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登录研途' })).toBeVisible()
}

/** To a page of the app without loading it anew; the app lives behind '#'. */
export async function goTo(page: Page, path: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate((to) => {
    window.location.hash = to
  }, path)
}
