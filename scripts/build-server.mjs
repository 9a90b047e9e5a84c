// Makes plain JavaScript of the server, its command line and its reader of workbooks, in dist-server: a start then takes a sixth of
// the time and no compiler in memory. Everything is bundled but what has native parts; names stay, so that traces can be read.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { buildInputs, SERVER } from './build-inputs.mjs'
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
  const made = join(root, `${SERVER.out}-${String(process.pid)}`)
  await bundle(made, { main: 'src/server/main.ts', cli: 'src/server/cli/main.ts', 'xlsx-child': 'src/server/sheets/xlsx-child.ts' })
  writeFileSync(join(made, 'build.json'), `${JSON.stringify({ inputs })}\n`)
  putInPlace(made, join(root, SERVER.out))
}

/** At once: a server that is running reads workbooks with what lies there. @param {string} made @param {string} place */
function putInPlace(made, place) {
  const before = `${made}-before`
  if (existsSync(place)) renameSync(place, before)
  try {
    renameSync(made, place)
  } catch {
    // Somebody else's build came in between; whether it is ours too is asked at the next start.
    rmSync(made, { recursive: true, force: true })
  }
  rmSync(before, { recursive: true, force: true })
}
