// Plants one bug at a time in a temporary copy of the tree and runs the tests that should notice, until one does.
// The tree itself is never touched; a bug whose place is not found any more is a failure too, since then nothing was tried.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUGS } from './bugs.mjs'

const COPIED = ['src', 'tests', 'public', 'scripts', 'package.json', 'tsconfig.json', 'vite.config.ts', 'index.html']
/** Longer on a machine that has other things to do. */
const MOST_MINUTES = Number(process.env['PLANTED_MINUTES'] ?? '4')

/**
 * True when every bug was noticed. `names` limits it to some.
 * @param {string} root @param {readonly string[]} names
 */
export async function runPlanted(root, names) {
  const chosen = BUGS.filter((bug) => names.length === 0 || names.includes(bug.name))
  const missed = []
  for (const bug of chosen) {
    const began = performance.now()
    const noticed = await noticedBy(root, bug)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    if (noticed.is !== 'noticed') missed.push(bug.name)
    console.log(`${noticed.is === 'noticed' ? 'red  ' : 'MISSED'} ${bug.name} (${bug.breaks}): ${noticed.words} · ${seconds} s`)
  }
  console.log(
    `planted ${String(chosen.length)}, noticed ${String(chosen.length - missed.length)}${missed.length > 0 ? `, missed: ${missed.join(', ')}` : ''}`,
  )
  return chosen.length > 0 && missed.length === 0
}

/** @param {string} root @param {import('./bugs.mjs').Bug} bug */
async function noticedBy(root, bug) {
  const copy = mkdtempSync(join(tmpdir(), 'yantu-planted-'))
  try {
    for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir')
    for (const { file, find, put } of bug.edits) {
      const path = join(copy, file)
      const text = readFileSync(path, 'utf8')
      const times = text.split(find).length - 1
      if (times !== 1) return { is: 'not-planted', words: `its place occurs ${String(times)} times in ${file}` }
      writeFileSync(path, text.split(find).join(put))
    }
    for (const test of bug.seen) {
      const { code, why } = await vitest(copy, test)
      // A slow machine is not a test that noticed.
      if (code !== 0 && /timed out/.test(why)) return { is: 'too-slow', words: `${test}: ${why}` }
      if (code !== 0) return { is: 'noticed', words: `${test}: ${why}` }
    }
    return { is: 'missed', words: `${bug.seen.join(', ')} stayed green` }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** @param {string} copy @param {string} test @returns {Promise<{ code: number | null, why: string }>} */
function vitest(copy, test) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1', '--reporter', 'default', test], {
      cwd: copy,
      env: { ...process.env, SEEDS: '30', STEPS: '150', CI: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += String(text)))
    let late = false
    const hung = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, MOST_MINUTES * 60_000)
    child.once('close', (code) => {
      clearTimeout(hung)
      // Ended from here is not a test that noticed.
      resolve({ code, why: late ? `timed out after ${String(MOST_MINUTES)} minutes` : reasonIn(said) })
    })
  })
}

/** The line that says what was wrong, after the one with the command that repeats it. @param {string} said */
function reasonIn(said) {
  const lines = said.split('\n').map((line) => line.trim())
  const at = lines.findIndex((line) => /Error: /.test(line))
  const line = at < 0 ? 'no words' : /again with/.test(lines[at] ?? '') ? (lines[at + 1] ?? '') : (lines[at] ?? '')
  return line.slice(0, 160)
}
