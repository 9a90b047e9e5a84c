// How many ops go into one request: at most 200 and 128 KB unpacked; halved after trouble, grown after success.

import type { SignedOp } from '../wire/op.ts'
import { MOST_BYTES, MOST_OPS } from '../wire/sync.ts'
import type { BatchSize } from './core.ts'

export const newBatchSize = (): BatchSize => ({ most: MOST_OPS })

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

function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // Each half of a surrogate pair counts two, four together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes
}
