// An op: an intent, made once on a device and never changed. What identifies it is its content; device, number, time and
// signature are how it travelled, so a rescued queue signed by another device is still the same ops.

import { z } from 'zod/mini'
import { canonical, hashOf } from './canonical.ts'

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
const id = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w.:-]+$/))

export const SubjectWire = z.strictObject({ kind: z.enum(['teacher', 'school', 'district']), id })

export const OpContent = z.strictObject({
  op: uuid,
  actor: id,
  subject: SubjectWire,
  verb: z.string().check(z.maxLength(40)),
  v: z.int().check(z.gte(1), z.lte(1000)),
  /** Hash of the decided fields of the row the person saw, else null. */
  base: z.nullable(z.string().check(z.maxLength(64))),
  /** The op of this device that came before on the same row, else null. */
  after: z.nullable(uuid),
  args: z.record(z.string(), z.unknown()),
})
export type OpContent = z.infer<typeof OpContent>

export const OpTransport = z.strictObject({
  device: uuid,
  n: z.int().check(z.gte(1)),
  at: z.strictObject({
    /** The phone's wall clock, 'YYYY-MM-DDTHH:MM:SS', its zone offset in minutes, and how far it was off the server's in ms, if known. */
    clock: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)),
    zone: z.int(),
    offset: z.nullable(z.int()),
  }),
})
export type OpTransport = z.infer<typeof OpTransport>

/** `alg` so that another algorithm (SM2) can be added; sig is base64url of the raw 64 bytes for ES256. */
export const SignedOp = z.strictObject({
  content: OpContent,
  transport: OpTransport,
  alg: z.literal('ES256'),
  sig: z.string().check(z.maxLength(200)),
})
export type SignedOp = z.infer<typeof SignedOp>
export type UnsignedOp = Omit<SignedOp, 'alg' | 'sig'>

/** Content identity: the same op under another device or signature has the same one. */
export const contentHash = (content: OpContent): string => hashOf(content)

/** The text that is signed: content and transport, so that neither can be put on another. */
export const signingText = (op: UnsignedOp): string => canonical({ content: op.content, transport: op.transport })
