// Admission as routes have it: the door, which turns away before session, packing and body, and the turn, which is waited for with
// the request in hand, so that a slow line never holds a place at work. Whoever is turned away hears 503 and when to come back.

import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import type { Admission } from './admission.ts'
import { problem } from './problem.ts'

/** No phone listens longer for its answer. */
const MOST_READING_MS = 30_000

const busy = (c: Context, admission: Admission): Response => problem(c, 503, 'server.busy', { retryAfterMs: admission.comeBackMs() })

export const door =
  (of: (c: Context) => Admission | null): MiddlewareHandler =>
  async (c, next) => {
    const admission = of(c)
    if (admission === null) return next()
    const leave = admission.comeIn()
    if (leave === null) return busy(c, admission)
    try {
      await next()
    } finally {
      leave()
    }
  }

/** Reads, then works in turn; what cannot be read is answered by `read` itself. */
export async function inTurn<R>(
  c: Context,
  admission: Admission,
  person: string,
  read: () => Promise<R | Response>,
  work: (request: R) => Promise<Response>,
): Promise<Response> {
  const guest = admission.guest(person)
  if (guest === null) return busy(c, admission)
  try {
    const request = await inTime(admission, read)
    if (request === null) return problem(c, 408, 'body.too-slow')
    if (request instanceof Response) return request
    // Whoever hung up while waiting sends it again: nobody would hear this answer.
    if (!(await guest.turn()) || hungUp(c)) return busy(c, admission)
    return await work(request)
  } finally {
    guest.leave()
  }
}

/** Asked of the connection itself where there is one: a request's signal costs as much as the rest of the door. */
function hungUp(c: Context): boolean {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>
  return outgoing === undefined ? c.req.raw.signal.aborted : outgoing.destroyed
}

function inTime<R>({ deps }: Admission, read: () => Promise<R>): Promise<R | null> {
  return new Promise((resolve, reject) => {
    const cancel = deps.later(MOST_READING_MS, () => resolve(null))
    read().then(resolve, reject).finally(cancel)
  })
}
