// What the built app is made of, as one short fingerprint. `npm start` and `npm test` compare it
// with the one the last build left in dist/build.json; only a difference builds again.
// Names, sizes and times are enough: reading every file would make each start slower.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

// The phone never loads these: a change on the server alone needs no new build.
const NOT_ON_PHONES = new Set(['src/server', 'src/domain/policy/packs']);

/** @param {string} root @returns {string} */
export function buildInputs(root) {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of filesUnder(root, join(root, input))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${relative(root, file)}\0${String(size)}\0${String(mtimeMs)}\n`);
    }
  }
  hash.update(process.env.YANTU_SW ?? '');
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} root @returns {boolean} */
export function buildIsCurrent(root) {
  const stamp = join(root, 'dist', 'build.json');
  if (!existsSync(stamp) || !existsSync(join(root, 'dist', 'index.html'))) return false;
  return JSON.parse(readFileSync(stamp, 'utf8')).inputs === buildInputs(root);
}

/** @param {string} root @param {string} path @returns {string[]} */
function filesUnder(root, path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  if (NOT_ON_PHONES.has(relative(root, path).split('\\').join('/'))) return [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(root, join(path, name)));
}
