// Real Chromium against a real server. Each test file starts what it needs and stops it by process id.
// No retries: a flaky test is a failed one. No video (its encoder is a download of its own), and no trace: it copies the page with
// every step, a quarter of all this costs. What failed is looked at by running it again:
// CHROMIUM_PATH=… npx playwright test -c tests/browser/playwright.config.ts --trace on -g 'a part of its name'
import { defineConfig } from '@playwright/test'

const chromium = process.env['CHROMIUM_PATH']

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browser',
  globalSetup: './demo-server.ts',
  projects: [
    { name: 'demo', testMatch: 'demo.setup.ts' },
    // The longest first, so that no worker is idle at the end.
    { name: 'journey', testMatch: 'journey.spec.ts', dependencies: ['demo'] },
    { name: 'plans', testMatch: 'plans.spec.ts', dependencies: ['demo'] },
    { name: 'pages', testMatch: 'accessibility.spec.ts', dependencies: ['demo'] },
    { name: 'alone', testMatch: '*.spec.ts', testIgnore: ['journey.spec.ts', 'plans.spec.ts', 'accessibility.spec.ts'] },
  ],
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    actionTimeout: 20_000,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 390, height: 844 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
})
