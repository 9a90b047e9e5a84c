// The gallery: every component on a page, for looking at and for axe. Never part of the shipped app.
// Start with: npx vite --config tests/gallery/vite.config.ts
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-gallery', import.meta.url)),
  plugins: [vue()],
  build: {
    target: ['chrome69', 'safari13.1'],
    cssTarget: ['chrome69', 'safari13.1'],
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
  server: { port: 4801, strictPort: true },
})
