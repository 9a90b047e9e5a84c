// What a phone fetches before the first page is usable, chunk by chunk as gzip sends it; the rest is lazy.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Chunk {
  readonly file: string
  readonly gzipped: number
  readonly first: boolean
}

export function chunks(dist: string): Chunk[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const current = readFileSync(join(dist, 'sw.js'), 'utf8')
  const assets = readdirSync(join(dist, 'assets')).filter((name) => current.includes(name))
  return [
    { file: 'index.html', gzipped: gzipSync(html).length, first: true },
    ...assets.map((name) => ({
      file: `assets/${name}`,
      gzipped: gzipSync(readFileSync(join(dist, 'assets', name))).length,
      first: html.includes(name),
    })),
  ].sort((a, b) => Number(b.first) - Number(a.first) || b.gzipped - a.gzipped)
}
