// Makes plain JavaScript of the server, its command line and its reader of workbooks, in dist-server: a start then takes a sixth of
// the time and no compiler in memory. Everything is bundled but what has native parts; names stay, so that traces can be read.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { buildInputs, SERVER } from './build-inputs.mjs'
import { clearLeftovers, putInPlace } from './put-in-place.mjs'
import { root } from './ready.mjs'

const NATIVE = ['sharp', '@node-rs/argon2', 'pg-native']

/**
 * Each entry becomes NAME.js in `out`.
 * @param {string} out @param {Record<string, string>} entries
 */
export async function bundle(out, entries) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20',
      outDir: out,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input: entries, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
    ssr: { noExternal: true, external: NATIVE },
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const inputs = buildInputs(root, SERVER)
  clearLeftovers(root, SERVER.out)
  const made = join(root, `${SERVER.out}-${String(process.pid)}`)
  await bundle(made, { main: 'src/server/main.ts', cli: 'src/server/cli/main.ts', 'xlsx-child': 'src/server/sheets/xlsx-child.ts' })
  writeFileSync(join(made, 'build.json'), `${JSON.stringify({ inputs })}\n`)
  putInPlace(made, join(root, SERVER.out))
}
