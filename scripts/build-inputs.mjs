// What a build is made of, as one short fingerprint: the pages' in dist, the server's in dist-server. Every command compares it
// with the one the last build left in the folder's build.json; only a difference builds again.
// Names, sizes and times are enough: reading every file would make each start slower.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `made` is the file without which nothing was built; `without` are folders of `of` that do not belong to it.
 * @typedef {{ readonly out: string, readonly made: string, readonly of: readonly string[], readonly without: readonly string[] }} Build
 */

/** @type {Build} */
export const PAGES = {
  out: 'dist',
  made: 'index.html',
  of: ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'],
  // The phone never loads these: a change on the server alone needs no new pages.
  without: ['src/server', 'src/domain/policy/packs'],
}

/** @type {Build} */
export const SERVER = {
  out: 'dist-server',
  made: 'main.js',
  of: ['src/domain', 'src/wire', 'src/server', 'scripts/build-server.mjs', 'package-lock.json'],
  without: [],
}

/** @param {string} root @param {Build} build @returns {string} */
export function buildInputs(root, build) {
  const hash = createHash('sha256')
  for (const input of build.of) {
    for (const file of filesUnder(root, input, build.without)) {
      const { mtimeMs, size } = statSync(join(root, file))
      hash.update(`${file}\0${String(size)}\0${String(mtimeMs)}\n`)
    }
  }
  hash.update(process.env.YANTU_SW ?? '')
  return hash.digest('hex').slice(0, 16)
}

/** @param {string} root @param {Build} build @returns {boolean} */
export function buildIsCurrent(root, build) {
  const stamp = join(root, build.out, 'build.json')
  if (!existsSync(stamp) || !existsSync(join(root, build.out, build.made))) return false
  return inputsIn(stamp) === buildInputs(root, build)
}

/** Null where a power cut left half of it, or nothing but its name: that builds again. @param {string} stamp @returns {unknown} */
function inputsIn(stamp) {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8')).inputs
  } catch {
    return null
  }
}

/** Paths from the root, with forward slashes. @param {string} root @param {string} path @param {readonly string[]} without @returns {string[]} */
function filesUnder(root, path, without) {
  if (!existsSync(join(root, path)) || without.includes(path)) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`, without))
}
