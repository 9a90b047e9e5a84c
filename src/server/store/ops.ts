// The op log: the one result each op got, for ever. Read and written through functions of the database only.

import { sql } from 'kysely'
import type { OpResult } from '../../wire/result.ts'
import { rowsFrom, type Tx } from './database.ts'

export interface StoredOp {
  readonly contentHash: string
  readonly result: OpResult
}

/** What is stored under these op ids, whoever sent them. */
export async function storedOps(tx: Tx, ops: readonly string[]): Promise<Map<string, StoredOp>> {
  if (ops.length === 0) return new Map()
  const found = await rowsFrom(
    tx,
    sql<{ op: string; content_hash: string; result: string }>`select op, content_hash, result from yantu_stored_ops(${ops}::text[])`,
  )
  return new Map(found.map((row) => [row.op, { contentHash: row.content_hash, result: JSON.parse(row.result) as OpResult }]))
}

export interface OpEntry {
  readonly op: string
  readonly content_hash: string
  readonly device: string
  readonly n: number
  readonly subject_kind: string
  readonly subject_id: string
  readonly verb: string
  /** Canonical text of content and of transport (with signature), as they came. */
  readonly content: string
  readonly transport: string
  readonly result: string
}

/** Documents that a phone found unlike what the server names; those out of reach are left out. */
export async function noteUnequal(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`select yantu_note_unequal(${keys}::text[])`.execute(tx)
}

/** Something that an honest phone does not do. Kept for the administrator; holds ids only. */
export async function securityEvent(tx: Tx, kind: string, device: string | null, op: string | null): Promise<void> {
  await sql`select yantu_security_event(${kind}, ${device}, ${op})`.execute(tx)
}
