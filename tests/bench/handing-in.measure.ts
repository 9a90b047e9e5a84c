// A long table of a year on a slow phone: the officer of a 中心校 with 3,000 people makes, publishes and hands it in, with the processor
// four and six times slower than here. Prints how long each took and how long the page stood still; never judges.
import { expect, test } from 'vitest'
import { chromium } from '@playwright/test'
import type { Stood } from './handing-in.ts'
import { bundle } from './in-chromium.ts'
import { ms, say } from './say.ts'

const PEOPLE = Number(process.env['YANTU_BENCH_PEOPLE'] ?? 3_000)

test('a table of three thousand on a phone', async () => {
  const script = await bundle('./handing-in.ts', 'handing')
  const browser = await chromium.launch({
    executablePath: process.env['YANTU_BENCH_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  })
  try {
    for (const slower of [4, 6]) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.route('**/*', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><title>bench</title>' }),
      )
      await page.goto('http://localhost/')
      await page.addScriptTag({ content: script })
      await page.evaluate(`handing.prepare(${String(PEOPLE)})`)
      const tools = await context.newCDPSession(page)
      await tools.send('Emulation.setCPUThrottlingRate', { rate: slower })
      for (const what of await page.evaluate<string[]>('handing.steps()')) {
        const one = await page.evaluate<Stood>(`handing.measure(${JSON.stringify(what)})`)
        expect(one.ms).toBeGreaterThan(0)
        say(`${String(PEOPLE)} people, CPU ${String(slower)}× slower: ${what}`, `${ms(one.ms)}, page still for ${ms(one.still)} at most`)
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
}, 900_000)
