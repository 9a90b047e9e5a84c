// A page opened before an update still asks for the scripts of its own build, above all on iPhones in WeChat,
// where no service worker keeps them. So the files of earlier builds stay beside the new ones for 180 days.
// They are away while the new build is made: the list the service worker stores must not name them.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const KEPT_MS = 180 * 24 * 3600 * 1000

/** @param {string} root */
export function setPreviousAssetsAside(root) {
  const aside = asideIn(root)
  const assets = join(root, 'dist', 'assets')
  if (!existsSync(assets)) return
  mkdirSync(aside, { recursive: true })
  // Adds to what a build that broke off has left there.
  for (const name of readdirSync(assets)) renameSync(join(assets, name), join(aside, name))
}

/** @param {string} root @param {number} now milliseconds */
export function bringPreviousAssetsBack(root, now) {
  const aside = asideIn(root)
  if (!existsSync(aside)) return
  for (const name of readdirSync(aside)) {
    const target = join(root, 'dist', 'assets', name)
    const isOld = now - statSync(join(aside, name)).mtimeMs > KEPT_MS
    if (!isOld && !existsSync(target)) cpSync(join(aside, name), target, { preserveTimestamps: true })
  }
  rmSync(aside, { recursive: true })
}

/** @param {string} root */
function asideIn(root) {
  return join(root, 'node_modules', '.yantu-previous-assets')
}
