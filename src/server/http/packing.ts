// Answers packed for the way: brotli where it is taken (every phone over HTTPS), whose far look-back finds the ids that gzip no longer
// remembers, a third less for a school's dossiers; else gzip; small ones as they are. Packed beside the main thread.

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

/** Below this packing saves less than a packet. */
const FROM_BYTES = 1_024
/** From here on each step up costs much and saves little. */
const QUALITY = 6

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

export const packed: MiddlewareHandler = async (c, next) => {
  await next()
  const { res } = c
  const way = encodingFor(c.req.header('accept-encoding') ?? '')
  if (way === null || c.req.method === 'HEAD' || res.body === null || res.headers.has('content-encoding') || !/^(application\/json|text\/)/.test(res.headers.get('content-type') ?? '')) return
  const bytes = Buffer.from(await res.arrayBuffer())
  const small = bytes.length < FROM_BYTES
  const body = small ? bytes : way === 'br' ? await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }) : await toGzip(bytes)
  c.res = new Response(new Uint8Array(body), res)
  c.res.headers.delete('content-length')
  c.res.headers.append('vary', 'Accept-Encoding')
  if (!small) c.res.headers.set('content-encoding', way)
}

/** What was not refused by a weight of nothing. */
function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const taken = (name: string): boolean => accepted.split(',').some((one) => new RegExp(`^\\s*${name}\\s*(;\\s*q=(0\\.\\d*[1-9]|1)|$)`, 'i').test(one.replace(/;\s*q=1\.0+\s*$/, '')))
  return taken('br') ? 'br' : taken('gzip') ? 'gzip' : null
}
