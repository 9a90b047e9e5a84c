// npm run bench: prints sizes and speeds beside what was aimed for (tests/bench). Nothing here is a test.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { makeReady, root } from './ready.mjs'

makeReady()
buildIfStale()
const chromium = await ensureBrowser()
const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '-c', 'tests/bench/vitest.config.ts']
spawnSync(process.execPath, vitest, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, YANTU_TEST_DURABLE: '1', YANTU_BENCH_CHROMIUM: chromium },
})
