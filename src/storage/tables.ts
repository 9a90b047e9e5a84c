// The shape of everything the phone keeps for one person in one district. Documents hold exactly what the server last
// said; what the person did since lies in the outbox. Migrations only add; queued ops are never rewritten.

import type { Subject } from '../domain/document.ts'
import type { Standing } from '../domain/evaluate/standing.ts'
import type { OpContent, OpTransport } from '../wire/op.ts'
import type { OpResult } from '../wire/result.ts'

/** One packed record a document: every row a line 'id kind content', sorted by id; `digest` as the server counts it. */
export interface DocumentRecord {
  readonly key: string
  readonly kind: Subject['kind']
  readonly text: string
  readonly digest: string
}

/**
 * pending: not yet answered · acked: took effect, its rows have not arrived yet (still shown from here) ·
 * settled: took effect and is in the document (kept for a restored server) · refused: refused or stale, no longer applied.
 */
export type OutboxState = 'pending' | 'acked' | 'settled' | 'refused'

export interface OutboxRecord {
  readonly op: string
  readonly n: number
  /** Subject key of the document it concerns. */
  readonly key: string
  /** The row it is about: the one it names, else the new one, which has the op's own id. */
  readonly row: string
  readonly state: OutboxState
  readonly content: OpContent
  readonly transport: OpTransport
  readonly sig: string | null
  /** The op whose refusal this one answers (改一改), else null. */
  readonly replaces: string | null
  readonly savedAt: number
  readonly ackedAt: number | null
  /** How many times a newer verified backup had been announced when it was acked. */
  readonly ackedAtBackup: number
  /** What the phone itself made of it where that was not what was asked for: shown at once, so the same answer is no news. */
  readonly foreseen?: string
}

/** What an author chose for a refusal: made a new op of it, kept it as a draft, or gave it up. */
export type RefusalChoice = 'replaced' | 'draft' | 'given-up'

export interface ResultRecord {
  readonly op: string
  readonly result: OpResult
  readonly at: number
  /** True once its author has looked at it (refusals and adjusted values). */
  readonly seen: boolean
  readonly choice: RefusalChoice | null
}

export interface ReferenceRecord {
  readonly key: 'current'
  readonly hash: string
  readonly content: string
}

export interface DraftRecord {
  readonly key: string
  readonly value: unknown
  readonly savedAt: number
}

/** A picture by the hash of its bytes; an ArrayBuffer, because WebKit loses Blobs. */
export interface BlobRecord {
  readonly hash: string
  readonly type: string
  readonly bytes: ArrayBuffer
  readonly subject: string
  readonly state: 'waiting' | 'sent'
  readonly savedAt: number
}

export interface MetaRecord {
  readonly key: string
  readonly value: unknown
}

/** A teacher's standing (identity, posts, sums) under the document's key. */
export interface StandingRecord extends Standing {
  readonly key: string
}
