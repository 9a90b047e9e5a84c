// How a route says no: a permanent code and a status; words are the app's.

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '../../wire/sync.ts'

export function problem(c: Context, status: ContentfulStatusCode, code: string, more: Omit<Problem, 'code'> = {}): Response {
  if (more.retryAfterMs !== undefined) c.header('Retry-After', String(Math.ceil(more.retryAfterMs / 1000)))
  return c.json({ code, ...more } satisfies Problem, status)
}

/** The one answer to whoever may not know: nothing is here. */
export const nothingHere = (c: Context): Response => problem(c, 404, 'not-found')
