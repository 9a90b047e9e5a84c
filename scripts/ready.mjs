// What every command does first, on a machine that has only Node and npm: look at Node's version and
// install what package-lock.json asks for. Plain Node, no dependencies: it runs before there are any.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Ends the process with a clear word where going on makes no sense. */
export function makeReady() {
  requireNode(20, 19)
  if (installedMatchesLock()) return
  console.error('研途：正在安装所需的软件包（npm ci），第一次需要一两分钟… / Installing packages (npm ci)…')
  const { status } = npm(['ci', '--include=dev', '--no-fund', '--no-audit'])
  if (status !== 0) stop('软件包没有装好：请检查网络后再试一次。', 'Packages could not be installed: check the network and try again.')
}

/** @param {string} chinese @param {string} english @returns {never} */
export function stop(chinese, english) {
  console.error(`研途：${chinese}\n${english}`)
  process.exit(1)
}

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  const least = `${String(major)}.${String(minor)}`
  stop(
    `需要 Node.js ${least} 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装新版后再试。`,
    `Node.js ${least} or newer is needed, this is ${process.versions.node}.`,
  )
}

/** Compares versions, not times: git and copies set times as they like. */
function installedMatchesLock() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link === true) return true
    // Optional packages belong to other systems.
    if (present[path] === undefined) return optional === true
    return present[path].version === version && existsSync(join(root, path))
  })
}

/** @param {string[]} args */
function npm(args) {
  const options = { cwd: root, stdio: /** @type {const} */ (['ignore', 2, 2]) }
  const own = process.env.npm_execpath
  if (own !== undefined && own.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}
