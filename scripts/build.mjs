// Builds the app when, and only when, something it is made of has changed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIsCurrent } from './build-inputs.mjs';
import { root, stop } from './ready.mjs';

export function buildIfStale() {
  if (buildIsCurrent(root)) return;
  console.error('研途:正在构建页面,大约半分钟… / Building the app…');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) stop('页面没有构建成功,原因见上面。', 'The app could not be built; the reason is above.');
}
