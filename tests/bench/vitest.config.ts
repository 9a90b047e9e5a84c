// Runs the server's measurements by themselves, on a PostgreSQL that really writes to disk. Not part of npm test.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/bench/**/*.measure.ts'],
    globalSetup: ['tests/setup/global.ts'],
    // One after another: they would measure each other.
    fileParallelism: false,
    disableConsoleIntercept: true,
    reporters: [['default', { summary: false }]],
  },
})
