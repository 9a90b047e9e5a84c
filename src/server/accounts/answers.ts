// How account routes read a body and say no: a permanent code, a status, nothing else. Words are the app's.

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod/mini'
import type { ACCOUNT_CODES, INVITE_CODES } from '../../wire/session.ts'
import type { Problem } from '../../wire/sync.ts'

export type Code = (typeof ACCOUNT_CODES)[number] | (typeof INVITE_CODES)[number]

export interface No {
  readonly is: 'no'
  readonly status: ContentfulStatusCode
  readonly problem: Problem
}

export const no = (status: ContentfulStatusCode, code: Code, field?: string): No => ({ is: 'no', status, problem: field === undefined ? { code } : { code, field } })

export const wait = (retryAfterMs: number): No => ({ is: 'no', status: 429, problem: { code: 'account.wait' satisfies Code, retryAfterMs } })

export function sayNo(c: Context, { status, problem }: No): Response {
  if (problem.retryAfterMs !== undefined) c.header('Retry-After', String(Math.ceil(problem.retryAfterMs / 1000)))
  return c.json(problem, status)
}

/** The body as the schema reads it, or a 400 that names the first field it does not take. */
export async function readBody<T>(c: Context, schema: z.ZodMiniType<T>): Promise<{ readonly is: 'read'; readonly body: T } | No> {
  const raw: unknown = await c.req.json().catch(() => undefined)
  const read = schema.safeParse(raw)
  if (read.success) return { is: 'read', body: read.data }
  const field = read.error.issues[0]?.path[0]
  return no(400, 'request.malformed', field === undefined ? undefined : String(field))
}
