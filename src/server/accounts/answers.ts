// How account routes read a body and say no: a permanent code, a status, nothing else. Words are the app's.

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod/mini'
import type { ACCOUNT_CODES, INVITE_CODES } from '../../wire/session.ts'
import type { Problem } from '../../wire/sync.ts'
import { readBoundedJson } from '../http/bounded-json.ts'
import { problem as answerProblem } from '../http/problem.ts'
import { readBodyText } from '../http/read-body.ts'

export type Code = (typeof ACCOUNT_CODES)[number] | (typeof INVITE_CODES)[number]

export interface No {
  readonly is: 'no'
  readonly status: ContentfulStatusCode
  readonly problem: Problem
}

export const no = (status: ContentfulStatusCode, code: Code, field?: string): No => ({ is: 'no', status, problem: field === undefined ? { code } : { code, field } })

export const wait = (retryAfterMs: number): No => ({ is: 'no', status: 429, problem: { code: 'account.wait' satisfies Code, retryAfterMs } })

export const sayNo = (c: Context, { status, problem: { code, ...more } }: No): Response => answerProblem(c, status, code, more)

/** A whole school's ids fit; nothing an account route takes is larger. */
const MOST_BYTES = 64 * 1024
const BOUNDS = { depth: 4, values: 1000, nul: false }

/** The body as the schema reads it, or a refusal that names the first field it does not take. */
export async function readBody<T>(c: Context, schema: z.ZodMiniType<T>): Promise<{ readonly is: 'read'; readonly body: T } | No> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return no(415, 'request.malformed')
  const text = await readBodyText(c.req.raw, MOST_BYTES)
  if (text.is === 'refused') return no(text.status, 'request.malformed')
  const json = readBoundedJson(text.text, BOUNDS)
  if (json.is === 'refused') return no(400, 'request.malformed')
  const read = schema.safeParse(json.value)
  if (read.success) return { is: 'read', body: read.data }
  const field = read.error.issues[0]?.path[0]
  return no(400, 'request.malformed', field === undefined ? undefined : String(field))
}
