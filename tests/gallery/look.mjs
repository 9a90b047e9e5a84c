// Takes pictures of the gallery and runs axe on each page: node tests/gallery/look.mjs [folder for the pictures].
// Needs the gallery running (see vite.config.ts here). Ends with 1 if axe finds anything serious.
import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'

const folder = process.argv[2] ?? 'test-results/gallery'
const only = process.argv[3]
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
})
const pages = ['', 'form', 'record', 'parts', 'district', 'paper']
const looks = [
  ['light', 360],
  ['dark', 360],
  ['elder', 360],
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['largest', 320],
]
const classes = { light: 'light', dark: 'dark', elder: 'elder', largest: 'elder,text-larger' }
let serious = 0
for (const [look, width] of looks) {
  if (only !== undefined && !`${look}-${width}`.includes(only)) continue
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 800 },
    deviceScaleFactor: width < 600 ? 1.5 : 1,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.log('ERROR', error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(message.type(), message.text().slice(0, 300))
  })
  for (const name of pages) {
    await page.goto(`http://localhost:4801/?look=${classes[look]}#/${name}`, { waitUntil: 'networkidle' })
    await page.reload({ waitUntil: 'networkidle' })
    await page.waitForSelector('main h2, main .field, main table')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    if (wide) console.log(`${name || 'home'} ${look} ${width}: wider than the screen`)
    await page.screenshot({ path: `${folder}/${name || 'home'}-${look}-${width}.png`, fullPage: name !== '' })
    if (name === 'parts' && width !== 320) {
      await page.click('text=打开面板')
      await page.waitForTimeout(500)
      await page.screenshot({ path: `${folder}/sheet-${look}-${width}.png` })
      await report(page, `sheet ${look} ${width}`)
      await page.keyboard.press('Escape')
      await page.waitForTimeout(500)
      const back = await page.evaluate(() => document.activeElement?.textContent)
      if (back?.trim() !== '打开面板') console.log('focus did not come back:', back)
    }
    if (name === '' && width !== 320) {
      await page.click('.act .btn')
      await page.screenshot({ path: `${folder}/undo-${look}-${width}.png` })
    }
    if (name === 'paper' && width === 1280 && look === 'dark') {
      await page.emulateMedia({ media: 'print' })
      await page.screenshot({ path: `${folder}/printed.png`, fullPage: true })
      await page.emulateMedia({ media: 'screen' })
    }
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    if (ring === 'none') console.log(`${name || 'home'} ${look} ${width}: no focus ring`)
    await report(page, `${name || 'home'} ${look} ${width}`)
  }
  await context.close()
}
await browser.close()
console.log(`${serious} serious`)
process.exit(serious === 0 ? 0 : 1)

async function report(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  for (const { impact, id, nodes } of violations) {
    if (['serious', 'critical'].includes(impact ?? '')) serious += 1
    console.log(
      `${what}: ${impact} ${id} — ${nodes
        .slice(0, 3)
        .map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`)
        .join(' | ')}`,
    )
  }
}
