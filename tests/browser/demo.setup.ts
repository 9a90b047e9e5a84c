// 先看示例, through the page, as someone takes it who only wants to look. Every story in the demo district needs it first.
import { expect, test } from '@playwright/test'
import { demoDistrict, keepLinks } from './demo-server.ts'

test('whoever only wants to look fills the demo district with the code and gets a link per role', async ({ page }) => {
  test.setTimeout(180_000)
  const { address, code, folder } = demoDistrict()
  await page.goto(address)
  await page.getByLabel('首次使用码').fill(code)
  await page.getByRole('button', { name: '先看示例' }).click()
  await expect(page.getByText('示例已填好')).toBeVisible({ timeout: 170_000 })
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => [link.querySelector('b')?.textContent ?? '', (link as HTMLAnchorElement).href] as const))
  expect(links.map(([role]) => role)).toEqual(
    expect.arrayContaining(['教师', '师训专干', '校长', '园长', '区师训专干', '督导', '区管理员']),
  )
  keepLinks(folder, Object.fromEntries(links))
})
