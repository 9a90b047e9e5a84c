// How much goes into one exchange: at most 200 ops and 128 KB unpacked, halved after trouble, grown after success; and as much of an
// answer as this line carries in a few seconds.

import type { SignedOp } from '../wire/op.ts'
import { LEAST_PAGE_BYTES, MOST_BYTES, MOST_OPS, MOST_PAGE_BYTES, PAGE_BYTES } from '../wire/sync.ts'
import type { BatchSize } from './core.ts'

export const newBatchSize = (): BatchSize => ({ most: MOST_OPS, room: PAGE_BYTES, bulk: false })

/** Room left for the rest of the request. */
const ROOM = MOST_BYTES - 16 * 1024

/** The first of the ops that fit; always at least one, so that a large one is answered and not stuck. */
export function firstBatch(ops: readonly SignedOp[], most: number): SignedOp[] {
  const batch: SignedOp[] = []
  let bytes = 0
  for (const op of ops) {
    if (batch.length >= most) break
    bytes += utf8Length(JSON.stringify(op)) + 1
    if (batch.length > 0 && bytes > ROOM) break
    batch.push(op)
  }
  return batch
}

export function grow(batch: BatchSize): void {
  batch.most = Math.min(MOST_OPS, batch.most * 2)
}

/** Halves below what was just tried. */
export function halve(batch: BatchSize, tried: number): void {
  batch.most = Math.max(1, Math.floor(Math.min(batch.most, tried) / 2))
}

const QUICK_MS = 2_500
const SLOW_MS = 10_000

/** After a full page that took so long. */
export function suitRoom(batch: BatchSize, tookMs: number): void {
  if (tookMs < QUICK_MS) batch.room = Math.min(MOST_PAGE_BYTES, batch.room * 2)
  else if (tookMs > SLOW_MS) narrow(batch)
}

/** After an answer that did not come in time. */
export function narrow(batch: BatchSize): void {
  batch.room = Math.max(LEAST_PAGE_BYTES, Math.floor(batch.room / 2))
}

function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // Each half of a surrogate pair counts two, four together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes
}
