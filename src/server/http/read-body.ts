// The bytes of a request, never more than allowed, packed or not: a body that claims to be small and unpacks large is cut off.

import { gunzip } from 'node:zlib'
import { promisify } from 'node:util'

const unpack = promisify(gunzip)

export type BodyText =
  | { readonly is: 'read'; readonly text: string }
  | {
      readonly is: 'refused'
      readonly status: 400 | 413 | 415
      readonly code: 'body.too-large' | 'body.unreadable' | 'body.unknown-encoding'
    }

const tooLarge: BodyText = { is: 'refused', status: 413, code: 'body.too-large' }

export async function readBodyText(request: Request, most: number): Promise<BodyText> {
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip') return { is: 'refused', status: 415, code: 'body.unknown-encoding' }
  if (Number(request.headers.get('content-length') ?? '0') > most) return tooLarge
  const bytes = await readAtMost(request, most)
  if (bytes === null) return tooLarge
  if (encoding === 'identity') return decode(bytes)
  try {
    return decode(await unpack(bytes, { maxOutputLength: most }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return tooLarge
    return { is: 'refused', status: 400, code: 'body.unreadable' }
  }
}

/** Null when there is more than that. */
export async function readAtMost(request: Request, most: number): Promise<Buffer | null> {
  // No connection lets through more than it said, and reading all of it at once costs a tenth of reading it as a web stream.
  if (Number(request.headers.get('content-length') ?? NaN) <= most) {
    const whole = Buffer.from(await request.arrayBuffer())
    return whole.length <= most ? whole : null
  }
  if (request.body === null) return Buffer.alloc(0)
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    size += value.byteLength
    if (size > most) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
}

function decode(bytes: Uint8Array): BodyText {
  try {
    return { is: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { is: 'refused', status: 400, code: 'body.unreadable' }
  }
}
