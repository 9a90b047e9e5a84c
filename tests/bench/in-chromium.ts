// The same measurements in the browser that phones have: bundled as the product is, run in an empty page of a made-up address
// (answered by the test itself), because an address is what IndexedDB belongs to.
import { build } from 'vite'
import { chromium, type Page } from '@playwright/test'
import type { Measured } from './rules.ts'

/** How much slower than this machine a phone is taken to be. */
const SLOWER = 6
const TAPS = 15

export async function measureInChromium(chromiumPath: string): Promise<{ rules: Measured[]; saving: Measured[] }> {
  const scripts = [await bundle('./rules.ts', 'rules'), await bundle('./saving.ts', 'saving')]
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  })
  try {
    const page = await browser.newPage()
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><title>bench</title>' }),
    )
    await page.goto('http://localhost/')
    for (const content of scripts) await page.addScriptTag({ content })
    const rules = await page.evaluate<Measured[]>('rules.measureRules()')
    return { rules, saving: await measureSaving(page) }
  } finally {
    await browser.close()
  }
}

async function measureSaving(page: Page): Promise<Measured[]> {
  const devTools = await page.context().newCDPSession(page)
  const tapsAt = async (slower: number): Promise<Measured> => {
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const taken: number[] = []
    for (let n = 0; n < TAPS; n += 1) taken.push(await page.evaluate<number>('saving.measureTap()'))
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    return {
      what: `save tap to 已存本机, CPU ${String(slower)}× slower, median of ${String(TAPS)}`,
      ms: taken.sort((a, b) => a - b)[Math.floor(TAPS / 2)] ?? NaN,
      atMost: 100,
    }
  }
  await page.evaluate('saving.prepare()')
  const taps = [await tapsAt(1), await tapsAt(SLOWER)]
  return [...taps, ...(await page.evaluate<Measured[]>('saving.measureRoster()'))]
}

export async function bundle(path: string, name: string): Promise<string> {
  const entry = new URL(path, import.meta.url).pathname
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome87', lib: { entry, name, formats: ['iife'] } },
  })
  const [first] = Array.isArray(output) ? output : [output]
  if (first === undefined || !('output' in first)) throw new Error('nothing was bundled')
  return first.output[0].code
}
