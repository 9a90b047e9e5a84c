// What a phone loads and computes: the size of the first load, the rules, saving. Prints, never judges.
import { test } from 'vitest'
import { run } from './main.ts'

test('the phone', async () => {
  await run(process.env['YANTU_BENCH_CHROMIUM'] ?? '')
}, 600_000)
