// The wire as the browser has it: JSON, same origin, gzip where the phone can, 30 s and no longer
// unless the asker knows that it takes longer.
// Never throws for what networks do: no connection and no answer in time are answers.

import { partsOf } from '../wire/bulk.ts'
import type { Carried, Transport } from './core.ts'
import { nameHeader } from './speaking-for.ts'

const MOST_WAIT_MS = 30_000
/** Shorter texts do not get smaller enough to matter. */
const GZIP_FROM = 1_024

export const fetchTransport: Transport = { post: (path, body) => carry('POST', path, body, { bulk: true }) }

export interface Way {
  /** For what the server is known to take long over. */
  readonly mostWaitMs?: number
  /** What follows the answer comes by itself, as bytes (wire/bulk.ts). */
  readonly bulk?: boolean
  /** In whose name, when not in that of whoever is in hand. */
  readonly as?: string
}

/** One request of our own API and whatever came back; `body` is JSON text, null for GET. */
export async function carry(
  method: 'GET' | 'POST',
  path: string,
  body: string | null,
  { mostWaitMs = MOST_WAIT_MS, as, bulk = false }: Way = {},
): Promise<Carried> {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    abort.abort()
  }, mostWaitMs)
  try {
    const what = body === null ? { headers: { 'X-Yantu': '1' } } : await packed(body)
    const headers = { ...what.headers, ...nameHeader(as) }
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: abort.signal,
      ...what,
      headers,
    })
    return {
      is: 'answered',
      status: response.status,
      ...(bulk ? await partsIn(response) : { text: await textOf(response) }),
      retryAfterMs: retryAfter(response.headers.get('Retry-After')),
    }
  } catch {
    // Whatever broke on the way: nothing of ours came back.
    return abort.signal.aborted ? { is: 'timed-out' } : { is: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}

/** As `response.text()` says it; decoded at once that is twice as fast for the megabytes of a school. */
const textOf = async (response: Response): Promise<string> => new TextDecoder().decode(await response.arrayBuffer())

async function partsIn(response: Response): Promise<{ text: string; tail: Uint8Array }> {
  const { head, tail } = partsOf(new Uint8Array(await response.arrayBuffer()))
  return { text: head, tail }
}

async function packed(body: string): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-Yantu': '1' }
  if (typeof CompressionStream === 'undefined' || body.length < GZIP_FROM) return { body, headers }
  // Not out of a Blob: that lies elsewhere, and each step of the way back waits for whatever the page is at.
  const gzip = new CompressionStream('gzip')
  const into = gzip.writable.getWriter()
  const [packed] = await Promise.all([new Response(gzip.readable).arrayBuffer(), into.write(new TextEncoder().encode(body)), into.close()])
  return { body: packed, headers: { ...headers, 'Content-Encoding': 'gzip' } }
}

/** Seconds, as our server writes it; dates are left to the back-off. */
function retryAfter(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null
}
