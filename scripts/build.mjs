// Builds the pages and the server when, and only when, something they are made of has changed.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIsCurrent, PAGES, SERVER } from './build-inputs.mjs'
import { root, stop } from './ready.mjs'

export function buildIfStale() {
  buildServerIfStale()
  if (buildIsCurrent(root, PAGES)) return
  console.error('研途：正在构建页面，大约半分钟… / Building the app…')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!succeeds([vite, 'build', '--logLevel', 'error']))
    stop('页面没有构建成功，原因见上面。', 'The app could not be built; the reason is above.')
}

/** What `npm start` and `npx yantu` run. In a process of its own: whoever asks becomes the server and should not carry the bundler about. */
export function buildServerIfStale() {
  if (buildIsCurrent(root, SERVER)) return
  if (!succeeds([join(root, 'scripts', 'build-server.mjs')]))
    stop('服务程序没有构建成功，原因见上面。', 'The server could not be built; the reason is above.')
}

/** @param {string[]} command */
function succeeds(command) {
  return spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}
