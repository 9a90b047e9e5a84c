// How the app is built and how tests are run.
// Holds always: JS and CSS fit Chromium 69 and Safari 13.1; the page works under a policy that allows
// no inline script or style; nothing is loaded from another origin; /sw.js is never renamed.
// vitest has three projects: `unit` needs nothing, `app` a page, `server` a real PostgreSQL.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { buildInputs, PAGES } from './scripts/build-inputs.mjs'
import { bringPreviousAssetsBack, setPreviousAssetsAside } from './scripts/previous-assets.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const floor = ['chrome69', 'safari13.1']
// Undefined is what the plugin asks for here, though its types do not say so.
const nothingToInject: object = { injectionPoint: undefined }
const serverTests = [
  'tests/server/**/*.test.ts',
  'tests/journeys/**/*.test.ts',
  'tests/simulation/**/*.test.ts',
  'tests/corpus/**/*.test.ts',
]

export default defineConfig(({ command }) => {
  const inputs = command === 'build' ? buildInputs(root, PAGES) : 'development'
  const build = `${packageVersion()}+${commitOr(inputs)}`
  return {
    plugins: [vue({ features: { optionsAPI: false } }), withoutIconFont(), progressiveWebApp(), buildStamp(build, inputs)],
    define: { __BUILD__: JSON.stringify(build) },
    build: {
      target: floor,
      cssTarget: floor,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 300,
      rolldownOptions: {
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
    test: {
      // Two files at a time in workers that keep what they have loaded: importing anew for each file took longer than the tests.
      isolate: false,
      maxWorkers: 2,
      // Dexie looks for a database only when it is loaded, which one file does for all that come after it in its worker.
      setupFiles: ['fake-indexeddb/auto'],
      // Long enough for a busy machine: what hangs is still told from what is slow.
      testTimeout: 60_000,
      // Room for what is young: a test makes much and keeps little.
      execArgv: ['--max-semi-space-size=64'],
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['tests/**/*.test.ts'],
            exclude: [...serverTests, 'tests/app/**', 'tests/browser/**'],
          },
        },
        {
          extends: true,
          test: {
            name: 'app',
            include: ['tests/app/**/*.test.ts'],
            environment: 'happy-dom',
            server: { deps: { inline: ['vant'] } },
          },
        },
        {
          extends: true,
          test: {
            name: 'server',
            include: serverTests,
            globalSetup: ['tests/setup/global.ts'],
            hookTimeout: 120_000,
          },
        },
      ],
    },
  }
})

function progressiveWebApp() {
  // YANTU_SW=off builds the way out: a worker that unregisters itself and empties its own caches.
  const off = process.env['YANTU_SW'] === 'off'
  return VitePWA({
    strategies: 'injectManifest',
    registerType: 'prompt',
    injectRegister: null,
    filename: 'sw.js',
    integration: {
      // The plugin expects the source to be called as the result; here it has its own name.
      beforeBuildServiceWorker: (options) => {
        options.swSrc = `${root}src/service-worker/${off ? 'unregister' : 'main'}.ts`
      },
    },
    injectManifest: {
      globPatterns: ['index.html', 'assets/*.{js,css,svg,png,woff2}', 'icons/*.svg'],
      ...(off ? nothingToInject : {}),
      target: floor,
      rollupFormat: 'iife',
    },
    manifest: {
      id: '/',
      name: '研途',
      short_name: '研途',
      description: '教师专业发展学时档案',
      lang: 'zh-CN',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#174f9c',
      background_color: '#f4f6f8',
      icons: [
        { src: '/icons/yantu-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/yantu-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/yantu-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    includeManifestIcons: false,
  })
}

/** Vant's icon font is 28 KB of CSS and names a foreign origin as its fallback; icons here are our own SVG. */
function withoutIconFont(): Plugin {
  return {
    name: 'yantu:without-icon-font',
    enforce: 'pre',
    transform(code, id) {
      if (!/vant\/es\/icon\/index\.css/.test(id)) return null
      return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null }
    },
  }
}

/** Keeps earlier builds' files, and leaves dist/build.json: which build this is, and from which inputs. */
function buildStamp(build: string, inputs: string): Plugin {
  const stamp = `${root}dist/build.json`
  const worker = `${root}dist/sw.js`
  let began = 0
  let written = false
  return {
    name: 'yantu:build-stamp',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      began = Date.now()
      rmSync(stamp, { force: true })
      setPreviousAssetsAside(root)
    },
    writeBundle() {
      written = true
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        bringPreviousAssetsBack(root, Date.now())
        // This also runs after a build that failed; then the next start must build again.
        const succeeded = written && existsSync(worker) && statSync(worker).mtimeMs >= began - 1000
        if (succeeded) writeFileSync(stamp, `${JSON.stringify({ build, inputs })}\n`)
      },
    },
  }
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
  return version
}

function commitOr(inputs: string): string {
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    return `${commit.toString().trim()}.${shortHash(inputs)}`
  } catch {
    // A copy without git history is still a build.
    return shortHash(inputs)
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6)
}
