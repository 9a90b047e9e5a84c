// A small JSON body as its schema reads it, or the answer that says what is wrong with it.

import type { Context } from 'hono'
import type { z } from 'zod/mini'
import { readBoundedJson } from '../http/bounded-json.ts'
import { problem } from '../http/problem.ts'
import { readBodyText } from '../http/read-body.ts'

const MOST_BYTES = 16 * 1024
const BOUNDS = { depth: 3, values: 100, nul: false }

export async function readJson<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T | Response> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return problem(c, 415, 'request.malformed')
  const text = await readBodyText(c.req.raw, MOST_BYTES)
  if (text.is === 'refused') return problem(c, text.status, 'request.malformed')
  const json = readBoundedJson(text.text, BOUNDS)
  const read = json.is === 'read' ? schema.safeParse(json.value) : null
  if (read?.success === true) return read.data
  const field = read === null ? undefined : read.error.issues[0]?.path[0]
  return problem(c, 400, 'request.malformed', field === undefined ? {} : { field: String(field) })
}
