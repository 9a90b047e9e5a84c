// One request pushes and pulls. Rows travel as canonical text so that bytes stay bytes and digests agree.
// The cursor is opaque to the phone; the server authenticates it.

import { z } from 'zod/mini'
import { OpResult } from './result.ts'
import { SignedOp, SubjectWire } from './op.ts'

export const PROTOCOL = 1
export const MOST_OPS = 200
export const MOST_BYTES = 128 * 1024

/** Rows in one answer, in bytes unpacked (packed a tenth or less): where the request says nothing, and what it may ask for. */
export const PAGE_BYTES = 1024 * 1024
export const LEAST_PAGE_BYTES = 64 * 1024
export const MOST_PAGE_BYTES = 4 * 1024 * 1024

const id = z.string().check(z.maxLength(64))

export const SyncRequest = z.strictObject({
  protocol: z.int(),
  build: z.string().check(z.maxLength(40)),
  generation: z.nullable(z.int()),
  cursor: z.nullable(z.string().check(z.maxLength(200))),
  /** Digest of the sorted keys ('kind:id') of the documents the phone holds. */
  held: z.string().check(z.maxLength(64)),
  /** Documents to be sent whole (new in scope, unequal digest, opened by hand). */
  want: z.array(SubjectWire).check(z.maxLength(400)),
  /** Documents a district device keeps open beyond its standing scope. */
  opened: z.array(SubjectWire).check(z.maxLength(400)),
  reference: z.nullable(z.string().check(z.maxLength(64))),
  /** Documents found unequal since the last request, so that the district can see it; they are on `want` as well. */
  unequal: z.optional(z.array(SubjectWire).check(z.maxLength(50))),
  ops: z.array(SignedOp).check(z.maxLength(MOST_OPS)),
  /** Of these ops: those that a server confirmed before it was restored from a backup; one that cannot be judged yet is `held`. */
  confirmed: z.optional(z.array(id).check(z.maxLength(MOST_OPS))),
  /** Ops named in `after` that this phone no longer has: nothing waits for them. */
  gone: z.optional(z.array(id).check(z.maxLength(MOST_OPS))),
  /** How many bytes of rows the answer may hold, where it is not PAGE_BYTES: more on a quick line, less on a slow one. */
  room: z.optional(z.int().check(z.gte(LEAST_PAGE_BYTES), z.lte(MOST_PAGE_BYTES))),
  /** Whole documents in bulk (`bulk.ts`), with their standings. Asked only of a server that said it can. */
  bulk: z.optional(z.boolean()),
  /** 'changed': digests of documents in this answer; 'all': of everything in scope. */
  digests: z.enum(['changed', 'all']),
})
export type SyncRequest = z.infer<typeof SyncRequest>

const RowText = z.object({ id: z.string(), kind: z.string(), content: z.string() })
export type RowText = z.infer<typeof RowText>

export const WholeDocument = z.object({
  subject: SubjectWire,
  digest: z.string(),
  rows: z.array(RowText),
  /** In bulk: how many bytes of what follows the answer are this document's text (`bulk.ts`); `rows` is empty then. */
  size: z.optional(z.int()),
  /** In bulk: the standing of a dossier as JSON, where the server has one `counted` so. A cache: what does not fit is counted here. */
  standing: z.optional(z.string()),
})
export type WholeDocument = z.infer<typeof WholeDocument>

export const SyncResponse = z.object({
  protocol: z.int(),
  generation: z.int(),
  results: z.array(z.object({ op: z.string(), result: OpResult })),
  /** Changed rows of documents in scope since the cursor; the phone ignores those of documents it does not hold. */
  rows: z.array(z.object({ subject: SubjectWire, row: RowText })),
  cursor: z.string(),
  /** This server answers in bulk where it is asked to. */
  bulk: z.optional(z.boolean()),
  /** By what the standings in this answer were counted (`countedBy`). */
  counted: z.optional(z.string()),
  /** More rows or wanted documents are left: ask again at once. */
  more: z.boolean(),
  /** Everything this person may hold, when it differs from what is held: the phone drops the rest and wants the new. */
  scope: z.optional(z.array(SubjectWire)),
  documents: z.array(WholeDocument),
  digests: z.record(z.string(), z.string()),
  /** The reference data and its hash, when the phone's is another. */
  reference: z.optional(z.object({ hash: z.string(), content: z.string() })),
  /** What may be held changed or a role came or went: who the person is now. */
  me: z.optional(z.object({ roles: z.array(z.object({ role: z.string(), at: SubjectWire })) })),
  /** District change number (as text) up to which a verified backup exists; '' when none. */
  backedUpThrough: z.string(),
  /** Epoch ms of the server, for measuring the phone's offset. */
  serverTime: z.int(),
  nextAfterMs: z.int(),
  minBuild: z.string(),
})
export type SyncResponse = z.infer<typeof SyncResponse>

/** Problem answers of every route: a permanent code; words are the app's. */
export const Problem = z.object({ code: z.string(), field: z.optional(z.string()), retryAfterMs: z.optional(z.int()) })
export type Problem = z.infer<typeof Problem>
