// Asking a route other than sync (accounts, import, exports): the answer as its schema reads it, a problem with its
// permanent code, or no connection. What is not our JSON is no connection, as in sync.

import type { z } from 'zod/mini'
import { Problem } from '../wire/sync.ts'
import { carry, type Way } from './fetch-transport.ts'

export type Asked<T> =
  | { readonly is: 'answer'; readonly answer: T }
  | {
      readonly is: 'problem'
      readonly status: number
      readonly code: string
      readonly field: string | null
      readonly retryAfterMs: number | null
    }
  | { readonly is: 'not-connected' }

export const askFor = <T>(path: string, schema: z.ZodMiniType<T>): Promise<Asked<T>> => asked(schema, 'GET', path, null)

export const tell = <T>(path: string, body: unknown, schema: z.ZodMiniType<T>, way?: Way): Promise<Asked<T>> =>
  asked(schema, 'POST', path, JSON.stringify(body), way)

async function asked<T>(schema: z.ZodMiniType<T>, method: 'GET' | 'POST', path: string, body: string | null, way?: Way): Promise<Asked<T>> {
  const carried = await carry(method, path, body, way)
  // 408: the line was too slow for what was to be said, which is as good as none.
  if (carried.is !== 'answered' || carried.status === 408) return { is: 'not-connected' }
  const said = jsonIn(carried.text)
  if (carried.status >= 200 && carried.status < 300) {
    const read = schema.safeParse(said)
    return read.success ? { is: 'answer', answer: read.data } : { is: 'not-connected' }
  }
  const problem = Problem.safeParse(said)
  if (!problem.success) return { is: 'not-connected' }
  const { code, field, retryAfterMs } = problem.data
  return { is: 'problem', status: carried.status, code, field: field ?? null, retryAfterMs: retryAfterMs ?? carried.retryAfterMs }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
