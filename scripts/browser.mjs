// Finds a Chromium and a Chinese font for the browser tests, and installs them where that is possible.
// Order: CHROMIUM_PATH, PATH, Debian's packages (as root), Playwright's own download. The headless shell first: it is the same
// engine without the windows nobody looks at, smaller to install and a quarter cheaper in a test run.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ready.mjs'

const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @returns {Promise<string>} the path of a Chromium that answers */
export async function ensureBrowser() {
  const asRoot = isDebianRoot()
  if (asRoot && (findChromium() === null || !hasChineseFont())) await fromPackages()
  if (!hasChineseFont()) console.error('研途：没有找到中文字体，截图里的字可能是方框。 / No Chinese font found.')
  return findChromium() ?? (await playwrightsOwn(asRoot))
}

async function fromPackages() {
  await aptGet('update')
  // An older Debian has Chromium only whole, and Ubuntu neither; then Playwright's own is taken above.
  for (const name of [SHELL, 'chromium']) if (findChromium() === null) await install(name)
  if (!hasChineseFont()) await install('fonts-noto-cjk', 'fontconfig')
}

/** @param {string[]} names */
async function install(...names) {
  console.error(`研途：正在安装 ${names.join('、')}… / Installing ${names.join(', ')}…`)
  await aptGet('install', '-y', '--no-install-recommends', ...names)
}

/** @param {string[]} args */
async function aptGet(...args) {
  await run('apt-get', ['-qq', ...args]).catch((error) => console.error(String(error)))
}

function findChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked !== undefined && asked !== '') return asked
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  // Ubuntu has a stub of that name that only says where to get one: it must answer.
  return candidates.find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0) ?? null
}

/** @param {boolean} withLibraries what Chromium needs from the system; only root can install that */
async function playwrightsOwn(withLibraries) {
  const { chromium } = await import('@playwright/test')
  if (!existsSync(chromium.executablePath())) {
    console.error('研途：正在下载 Chromium… / Downloading Chromium…')
    await run(process.execPath, [
      join(root, 'node_modules', 'playwright', 'cli.js'),
      'install',
      ...(withLibraries ? ['--with-deps'] : []),
      'chromium',
    ])
  }
  return chromium.executablePath()
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

/** @param {string} program @param {string[]} args @returns {Promise<void>} */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2], env })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${String(code)}`))))
  })
}
