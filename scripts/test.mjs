// npm test: types, lint, build, unit, server, journey and browser tests, and one closing line that counts.
// Holds always: a skipped test is a failed one, a runner that crashed, hung or found nothing has failed, and
// the exit code is 0 only when nothing failed. What needs the processor runs two at a time.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { makeReady, root } from './ready.mjs'
import { NONE, onlyFailure, onlyPass, playwrightCounts, sum, vitestCounts } from './test-counts.mjs'

const MINUTE = 60_000
const RESULTS = join(root, 'test-results')
const VITEST_JSON = join(RESULTS, 'vitest.json')
const PLAYWRIGHT_JSON = join(RESULTS, 'playwright.json')

makeReady()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

// Found beside the first steps; a failure is reported where the browser is needed.
const browser = ensureBrowser().catch((error) => (error instanceof Error ? error : new Error(String(error))))
const counts = await Promise.all([checks(), vitest()])
counts.push(await playwright())
const { passed, failed } = counts.flat().reduce(sum, NONE)
console.log(`${String(passed)} passed, ${String(failed)} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function checks() {
  const types = await check('types', ['vue-tsc/bin/vue-tsc.js', '--noEmit'])
  const lint = await check('lint', ['eslint/bin/eslint.js', '--max-warnings', '0', '.'])
  const build = await check('build', ['vite/bin/vite.js', 'build', '--logLevel', 'warn'])
  return [types, lint, build]
}

/** @param {string} name @param {string[]} command */
async function check(name, command) {
  const code = await run(name, command, 15 * MINUTE)
  return code === 0 ? onlyPass : onlyFailure
}

async function vitest() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_JSON}`]
  const code = await run('vitest', ['vitest/vitest.mjs', 'run', ...reporters], 20 * MINUTE)
  return vitestCounts(readResults(VITEST_JSON), code)
}

async function playwright() {
  const chromium = await browser
  if (chromium instanceof Error) {
    console.log(`browser: no Chromium: ${chromium.message}`)
    return onlyFailure
  }
  const command = ['playwright/cli.js', 'test', '-c', 'tests/browser/playwright.config.ts', '--reporter=list,json']
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_JSON }
  const code = await run('browser', command, 15 * MINUTE, env)
  return playwrightCounts(readResults(PLAYWRIGHT_JSON), code)
}

/** @param {string} file */
function readResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/**
 * Runs one program of node_modules, its lines under its name, and gives its exit code (null: killed or hung).
 * @param {string} name @param {string[]} command @param {number} within @param {Record<string, string>} [env]
 * @returns {Promise<number | null>}
 */
function run(name, [program = '', ...args], within, env = {}) {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...quietEnvironment(), ...env },
    })
    const hung = setTimeout(() => {
      console.log(`${name}: no end after ${String(within / MINUTE)} minutes, stopped`)
      child.kill('SIGKILL')
    }, within)
    forward(name, child.stdout)
    forward(name, child.stderr)
    child.once('close', (code) => {
      clearTimeout(hung)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
      resolve(code)
    })
  })
}

/** @param {string} name @param {import('node:stream').Readable} stream */
function forward(name, stream) {
  let rest = ''
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + String(text)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) console.log(`${name} | ${line}`)
  })
  stream.on('end', () => {
    if (rest !== '') console.log(`${name} | ${rest}`)
  })
}

/** Tests decide for themselves where they listen and what they write to. */
function quietEnvironment() {
  const { DATABASE_URL, PORT, HOST, YANTU_DATA, YANTU_SW, PUBLIC_URL, TRUST_PROXY, ...rest } = process.env
  return { ...rest, CI: '1', FORCE_COLOR: '0', NO_COLOR: '1' }
}
