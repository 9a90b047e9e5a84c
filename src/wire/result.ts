// The one result each op gets. All but `held` are stored by the server with the effect and returned again to a replay.

import { z } from 'zod/mini'

export const OpResult = z.discriminatedUnion('is', [
  z.object({ is: z.literal('applied') }),
  z.object({ is: z.literal('noop'), by: z.nullable(z.string()) }),
  z.object({ is: z.literal('adjusted'), as: z.record(z.string(), z.string()) }),
  z.object({ is: z.literal('stale'), row: z.string() }),
  z.object({ is: z.literal('refused'), code: z.string(), field: z.nullable(z.string()) }),
  z.object({ is: z.literal('held'), after: z.string() }),
])
export type OpResult = z.infer<typeof OpResult>

/** Refusals that the receiving side gives before any verb runs. Permanent, like every code. */
export const RECEIVE_CODES = [
  'op.malformed',
  'op.bad-signature',
  'op.unknown-device',
  'op.other-actor',
  'op.same-id-other-content',
  'op.after-refused',
  'op.cloned-device',
  'op.too-old',
  'document.not-found',
  'document.erased',
] as const
export type ReceiveCode = (typeof RECEIVE_CODES)[number]
