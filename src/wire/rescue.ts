// The rescue file (救援文件): the signed ops of one device, which anyone signed in to the same district may hand in.
// Plain JSON with a head that says what it is; no key, password or session is ever in it. Ops are read one by one, so that
// one that cannot be read blocks no other; the same op handed in twice is the same op.

import { z } from 'zod/mini'
import { MOST_OPS } from './sync.ts'
import { OpResult } from './result.ts'

export const RESCUE_FILE = 'yantu-rescue'
export const RESCUE_VERSION = 1

/** `about` says to whoever opens it what this is and what to do with it. */
export const RescueFile = z.object({
  file: z.literal(RESCUE_FILE),
  version: z.int().check(z.gte(1), z.lte(RESCUE_VERSION)),
  about: z._default(z.string(), ''),
  protocol: z.int(),
  person: z.string(),
  ops: z.array(z.unknown()),
})
export type RescueFile = z.infer<typeof RescueFile>

/** One part of a file, within the bounds of a sync request. */
export const RescueRequest = z.strictObject({
  file: z.literal(RESCUE_FILE),
  version: z.int().check(z.gte(1), z.lte(RESCUE_VERSION)),
  ops: z.array(z.unknown()).check(z.maxLength(MOST_OPS)),
})

/** An op without even a readable id has no line. Refusals of the receiving side are answers only, never stored. */
export const RescueAnswer = z.object({ results: z.array(z.object({ op: z.string(), result: OpResult })) })
export type RescueAnswer = z.infer<typeof RescueAnswer>
