// The same measurements in the browser that phones have: bundled as the product is, run in an empty page.
import { build } from 'vite';
import { chromium } from '@playwright/test';
import type { Measured } from './rules.ts';

export async function measureInChromium(chromiumPath: string): Promise<Measured[]> {
  const script = await bundle(new URL('./rules.ts', import.meta.url).pathname);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await page.evaluate<Measured[]>('bench.measureRules()');
  } finally {
    await browser.close();
  }
}

async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome87', lib: { entry, name: 'bench', formats: ['iife'] } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (first === undefined || !('output' in first)) throw new Error('nothing was bundled');
  return first.output[0].code;
}
