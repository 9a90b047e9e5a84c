// Chance that is the same every time: the demo district is invented, but every demo is the same one.

import { sha256 } from '../digest.ts'

export interface Chance {
  /** Below 1. */
  next(): number
  below(n: number): number
  /** True in `share` of the cases. */
  often(share: number): boolean
  pick<T>(list: readonly T[]): T
}

/** mulberry32: small, and good enough for invented people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    often: (share) => next() < share,
    pick: (list) => {
      const one = list[below(list.length)]
      if (one === undefined) throw new RangeError('nothing to pick from')
      return one
    },
  }
}

/** UUIDs in a fixed order. */
export function idsFrom(seed: string): () => string {
  let n = 0
  return () => {
    n += 1
    const h = sha256(`${seed} ${String(n)}`)
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
  }
}
