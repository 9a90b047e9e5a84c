// npm run torture: for MINUTES (20) the simulation, beside it a hundred kills of the server under writers and fifty of Chromium while
// it saves; then what all of it came to. Seeds go on where the last run ended and counts add up over runs (.torture.json).
// npm run torture -- --planted: breaks one promise at a time in a copy of the tree; every one must be noticed.
// Needs nothing but what npm test needs.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { makeReady, root } from './ready.mjs'
import { countsIn, keep, linesOf, readKept, withRun } from './torture-counts.mjs'

const state = join(root, '.torture.json')

makeReady()

if (process.argv.includes('--planted')) {
  const { runPlanted } = await import('../tests/simulation/planted/run-planted.mjs')
  process.exitCode = (await runPlanted(
    root,
    process.argv.slice(2).filter((arg) => !arg.startsWith('--')),
  ))
    ? 0
    : 1
} else {
  // The browser that is killed looks at the built app.
  buildIfStale()
  process.exitCode = await torture()
}

async function torture() {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-torture-'))
  const figures = join(folder, 'figures')
  const kept = readKept(state)
  const from = Number(process.env.FROM ?? kept.nextSeed)
  try {
    const simulation = vitest('tests/simulation/simulation.test.ts', {
      MINUTES: process.env.MINUTES ?? '20',
      FROM: String(from),
      FIGURES: figures,
    })
    const codes = [
      await vitest('tests/server/kill', { KILLS: process.env.KILLS ?? '100', FIGURES: figures }),
      await chromium(figures),
      await simulation,
    ]
    const run = countsIn(existsSync(figures) ? readFileSync(figures, 'utf8') : '')
    const now = withRun(kept, run, from)
    keep(state, now)
    console.log(`\nthis run, seeds from ${String(from)}`)
    for (const line of linesOf(run)) console.log(line)
    console.log(`\nall ${String(now.runs)} runs so far; the next seed is ${String(now.nextSeed)}`)
    for (const line of linesOf(now.counts)) console.log(line)
    return codes.every((code) => code === 0) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} tests @param {Record<string, string>} env */
function vitest(tests, env) {
  return run([join('vitest', 'vitest.mjs'), 'run', '--project', 'server', tests], env)
}

/** @param {string} figures */
async function chromium(figures) {
  const path = await ensureBrowser()
  const command = [join('playwright', 'cli.js'), 'test', '-c', 'tests/browser/playwright.config.ts', 'kill-browser', '--reporter=list']
  return run(command, { CHROMIUM_PATH: path, CHROMIUM_KILLS: process.env.CHROMIUM_KILLS ?? '50', FIGURES: figures })
}

/** @param {string[]} command @param {Record<string, string>} env @returns {Promise<number>} */
function run([program = '', ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.once('close', (code) => {
      resolve(code ?? 1)
    })
  })
}
