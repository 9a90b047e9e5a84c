// Answers packed for the way: brotli where it is taken (every phone over HTTPS), whose far look-back finds the ids that gzip no longer
// remembers, a third less for a school's dossiers; else gzip; small ones as they are. Packed beside the main thread.

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

/** Below this packing saves less than a packet. */
const FROM_BYTES = 1_024
/** From here on each step up costs much and saves little; one below, the ids are not found again and half as much is added. */
const QUALITY = 5
/** How far it looks back, as a power of two: over more than a dossier's, so that ids are found again. Farther finds nothing more and takes longer. */
const WINDOW = 19

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Answers that are packed already, or not worth it. */
const asTheyGo = new WeakSet<Response>()

export const packed: MiddlewareHandler = async (c, next) => {
  await next()
  const { res } = c
  if (asTheyGo.has(res)) return
  const way = encodingFor(c.req.header('accept-encoding') ?? '')
  if (
    way === null ||
    c.req.method === 'HEAD' ||
    res.body === null ||
    res.headers.has('content-encoding') ||
    !/^(application\/json|text\/)/.test(res.headers.get('content-type') ?? '')
  )
    return
  const bytes = Buffer.from(await res.arrayBuffer())
  const small = bytes.length < FROM_BYTES
  c.res = new Response(new Uint8Array(small ? bytes : await pack(bytes, way)), res)
  c.res.headers.delete('content-length')
  c.res.headers.append('vary', 'Accept-Encoding')
  if (!small) c.res.headers.set('content-encoding', way)
}

/** JSON as `packed` would send it, without an answer being made twice: for the route that phones ask all day. `behind`: what follows it (wire/bulk.ts). */
export async function packedJson(c: Context, value: unknown, behind: readonly Buffer[] = []): Promise<Response> {
  const text = JSON.stringify(value)
  const bytes = behind.length === 0 ? Buffer.from(text) : Buffer.concat([Buffer.from(`${text}\n`), ...behind])
  const way = bytes.length < FROM_BYTES ? null : encodingFor(c.req.header('accept-encoding') ?? '')
  const headers = { 'content-type': behind.length === 0 ? 'application/json' : 'application/x-yantu-bulk', vary: 'Accept-Encoding' }
  const answer =
    way === null
      ? c.body(new Uint8Array(bytes), 200, headers)
      : c.body(new Uint8Array(await pack(bytes, way)), 200, { ...headers, 'content-encoding': way })
  asTheyGo.add(answer)
  return answer
}

const pack = (bytes: Buffer, way: 'br' | 'gzip'): Promise<Buffer> =>
  way === 'br'
    ? toBrotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: QUALITY,
          [constants.BROTLI_PARAM_LGWIN]: WINDOW,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      })
    : toGzip(bytes)

/** What was not refused by a weight of nothing. */
function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const taken = (name: string): boolean =>
    accepted
      .split(',')
      .some((one) => new RegExp(`^\\s*${name}\\s*(;\\s*q=(0\\.\\d*[1-9]|1)|$)`, 'i').test(one.replace(/;\s*q=1\.0+\s*$/, '')))
  return taken('br') ? 'br' : taken('gzip') ? 'gzip' : null
}
