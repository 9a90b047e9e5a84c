// How account routes read a body and say no: a permanent code, a status, nothing else. Words are the app's.

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod/mini'
import type { ACCOUNT_CODES, INVITE_CODES } from '../../wire/session.ts'
import type { Problem } from '../../wire/sync.ts'
import { readBodyAs } from '../http/read-json.ts'
import { problem as answerProblem } from '../http/problem.ts'

export type Code = (typeof ACCOUNT_CODES)[number] | (typeof INVITE_CODES)[number]

export interface No {
  readonly is: 'no'
  readonly status: ContentfulStatusCode
  readonly problem: Problem
}

export const no = (status: ContentfulStatusCode, code: Code, field?: string): No => ({
  is: 'no',
  status,
  problem: field === undefined ? { code } : { code, field },
})

export const wait = (retryAfterMs: number): No => ({
  is: 'no',
  status: 429,
  problem: { code: 'account.wait' satisfies Code, retryAfterMs },
})

export const sayNo = (c: Context, { status, problem: { code, ...more } }: No): Response => answerProblem(c, status, code, more)

/** A whole school's ids fit; nothing an account route takes is larger. */
const BOUNDS = { bytes: 64 * 1024, depth: 4, values: 1000 }

/** The body as the schema reads it, or a refusal that names the first field it does not take. */
export async function readBody<T>(c: Context, schema: z.ZodMiniType<T>): Promise<{ readonly is: 'read'; readonly body: T } | No> {
  const body = await readBodyAs(c, schema, BOUNDS)
  return body.is === 'read' ? body : no(body.status, 'request.malformed', body.field ?? undefined)
}
