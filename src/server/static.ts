// The built app: hashed files for ever, the page for a moment, the worker never. A file that is not there is 404 unless someone
// is going to a page; then they get the app, which knows its own routes. Read once at start: nothing else is ever served. Packed
// when first asked for: most of what lies there is of earlier builds, and packing it all was most of a start.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Hono } from 'hono'

const gzipped = promisify(gzip)

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
}
const PACKED = new Set(['html', 'js', 'css', 'json', 'svg', 'webmanifest', 'txt'])
/** Kept for the next start, not for visitors. */
const PRIVATE = new Set(['/build.json'])

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same, gzipped; null for what would not shrink. */
  readonly packed: (() => Promise<Uint8Array<ArrayBuffer>>) | null
  readonly type: string
  readonly caching: string
}

const cachingOf = (path: string): string =>
  path.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : path === '/sw.js'
      ? 'no-cache'
      : path.endsWith('.html')
        ? 'max-age=60'
        : 'max-age=3600'

function load(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    const extension = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''
    if (PRIVATE.has(path)) continue
    const bytes = new Uint8Array(readFileSync(file))
    const packed = PACKED.has(extension) && bytes.length > 1024 ? packedOnce(bytes) : null
    files.set(path, { bytes, packed, type: TYPES[extension] ?? 'application/octet-stream', caching: cachingOf(path) })
  }
  return files
}

function packedOnce(bytes: Uint8Array): () => Promise<Uint8Array<ArrayBuffer>> {
  let packed: Promise<Uint8Array<ArrayBuffer>> | null = null
  return () => (packed ??= gzipped(bytes, { level: 9 }).then((made) => new Uint8Array(made)))
}

export function staticFiles(folder: string): Hono {
  const files = load(folder)
  return new Hono().get('*', async (c) => {
    const wanted =
      files.get(c.req.path === '/' ? '/index.html' : c.req.path) ??
      (goesToPage(c.req.raw, c.req.path) ? files.get('/index.html') : undefined)
    if (wanted === undefined) return c.text('404', 404)
    const headers: Record<string, string> = { 'Content-Type': wanted.type, 'Cache-Control': wanted.caching }
    if (wanted.packed === null) return c.body(wanted.bytes, 200, headers)
    headers['Vary'] = 'Accept-Encoding'
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(wanted.bytes, 200, headers)
    return c.body(await wanted.packed(), 200, { ...headers, 'Content-Encoding': 'gzip' })
  })
}

/** A person following a link or typing an address, not a script or a picture. */
function goesToPage(request: Request, path: string): boolean {
  if (path.startsWith('/api/') || path.startsWith('/assets/') || /\.[a-z0-9]+$/.test(path)) return false
  const mode = request.headers.get('sec-fetch-mode')
  return mode === null ? (request.headers.get('accept') ?? '').includes('text/html') : mode === 'navigate'
}
