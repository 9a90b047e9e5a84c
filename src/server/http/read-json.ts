// A JSON body as its schema reads it, or what is wrong with it: its kind, its size, its shape, or the first field not taken.
// Small unless the route names other bounds; what is said too slowly is not waited for, because a place inside is held meanwhile.

import type { Context } from 'hono'
import type { z } from 'zod/mini'
import { readBoundedJson } from './bounded-json.ts'
import { problem } from './problem.ts'
import { readBodyText, type BodyText } from './read-body.ts'

export interface BodyBounds {
  readonly bytes: number
  readonly depth: number
  readonly values: number
}

type Body<T> =
  | { readonly is: 'read'; readonly body: T }
  | { readonly is: 'refused'; readonly status: 400 | 408 | 413 | 415; readonly field: string | null }

const SMALL: BodyBounds = { bytes: 16 * 1024, depth: 3, values: 100 }

/** A slip of text needs seconds on the slowest line; a table from a school's desk may take longer. */
const SLOW = { small: 64 * 1024, smallMs: 15_000, largeMs: 60_000 }

async function inTime(reading: Promise<BodyText>, bytes: number): Promise<BodyText | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(
      () => {
        resolve(null)
      },
      bytes <= SLOW.small ? SLOW.smallMs : SLOW.largeMs,
    )
  })
  try {
    return await Promise.race([reading, over])
  } finally {
    clearTimeout(timer)
  }
}

const bad = (status: 400 | 408 | 413 | 415, field: string | null = null): Body<never> => ({ is: 'refused', status, field })

export async function readBodyAs<T>(c: Context, schema: z.ZodMiniType<T>, { bytes, depth, values }: BodyBounds): Promise<Body<T>> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return bad(415)
  const text = await inTime(readBodyText(c.req.raw, bytes), bytes)
  if (text === null) return bad(408)
  if (text.is === 'refused') return bad(text.status)
  const json = readBoundedJson(text.text, { depth, values, nul: false })
  if (json.is === 'refused') return bad(400)
  const read = schema.safeParse(json.value)
  if (read.success) return { is: 'read', body: read.data }
  const field = read.error.issues[0]?.path[0]
  return bad(400, field === undefined ? null : String(field))
}

/** The same, with the refusal as the route's answer. */
export async function readJson<T>(c: Context, schema: z.ZodMiniType<T>, bounds: BodyBounds = SMALL): Promise<T | Response> {
  const body = await readBodyAs(c, schema, bounds)
  return body.is === 'read' ? body.body : problem(c, body.status, 'request.malformed', body.field === null ? {} : { field: body.field })
}
