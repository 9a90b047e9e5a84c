// One request and what it means. Anything that is not our JSON is a failure of the transport, whatever its status says:
// a captive portal answers 200 with a page, a gateway 502 with another.

import { partsOf, slicesOf } from '../wire/bulk.ts'
import { Problem, SyncResponse } from '../wire/sync.ts'
import type { Carried, Transport } from './core.ts'
import type { Trouble } from './outcome.ts'

export type Exchanged =
  /** `texts`: of its whole documents in bulk, the bytes of each. */
  | { readonly is: 'answer'; readonly answer: SyncResponse; readonly texts: readonly Uint8Array[] }
  /** Too large, too slow or not understood: smaller may do. */
  | { readonly is: 'smaller'; readonly trouble: Trouble }
  | { readonly is: 'trouble'; readonly trouble: Trouble }

/** `body`: a request as text. */
export async function exchange(transport: Transport, body: string): Promise<Exchanged> {
  return meaningOf(await transport.post('/api/sync', body))
}

function meaningOf(carried: Carried): Exchanged {
  if (carried.is === 'unreachable') return trouble({ is: 'not-connected', why: 'unreachable' })
  if (carried.is === 'timed-out') return { is: 'smaller', trouble: { is: 'not-connected', why: 'timed-out' } }
  const { head, tail } =
    carried.tail === undefined ? partsOf(new TextEncoder().encode(carried.text)) : { head: carried.text, tail: carried.tail }
  const said = jsonIn(head)
  if (carried.status === 413) return { is: 'smaller', trouble: { is: 'problem', code: 'request.too-large' } }
  if (carried.status === 200) {
    const read = SyncResponse.safeParse(said)
    const texts = read.success ? slicesOf(read.data.documents, tail) : null
    return read.success && texts !== null ? { is: 'answer', answer: read.data, texts } : trouble({ is: 'not-connected', why: 'not-ours' })
  }
  const problem = Problem.safeParse(said)
  if (carried.status === 429 || carried.status === 503) {
    return trouble({ is: 'busy', retryAfterMs: carried.retryAfterMs ?? (problem.success ? (problem.data.retryAfterMs ?? null) : null) })
  }
  if (!problem.success) return trouble({ is: 'not-connected', why: 'not-ours' })
  if (carried.status === 401) return trouble({ is: 'signed-out' })
  if (carried.status === 426 || problem.data.code.indexOf('protocol.') === 0) return trouble({ is: 'update-needed' })
  if (carried.status === 400 || carried.status === 422) return { is: 'smaller', trouble: { is: 'problem', code: problem.data.code } }
  return trouble({ is: 'problem', code: problem.data.code })
}

const trouble = (what: Trouble): Exchanged => ({ is: 'trouble', trouble: what })

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
