// 登记学时 as a teacher does it: from the button on a page to 已存本机.
import { expect, type Page } from '@playwright/test'

export interface Claim {
  readonly title: string
  readonly level: string
  readonly mode: string
  readonly hours: string
  /** As the chip says it; today where nothing is said. */
  readonly day?: string
}

/** From 首页 or 记录. */
export async function claimHours(page: Page, { title, level, mode, hours, day }: Claim): Promise<void> {
  await page.getByRole('button', { name: '登记学时' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记学时' })).toBeVisible()
  await page.getByLabel('参加了什么').fill(title)
  await chooseChip(page, '谁组织的', level)
  await chooseChip(page, '什么形式', mode)
  if (day !== undefined) await chooseChip(page, '哪天', day)
  await chooseHours(page, '多少学时', hours)
  await page.getByRole('button', { name: '保存并提交' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记学时' })).toBeHidden()
}

/** One of the chips under a question. */
export async function chooseChip(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click()
}

/** Any number, also one that is not among the usual ones. */
export async function chooseHours(page: Page, question: string, hours: string): Promise<void> {
  await chooseChip(page, question, '其他')
  await page.getByLabel('学时数').fill(hours)
}
