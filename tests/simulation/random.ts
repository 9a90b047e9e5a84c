// Chance with a seed: the same seed gives the same run, so that a failure can be looked at again. Nothing in a simulation may
// ask for randomness elsewhere, except for keys and signatures, on which nothing depends.

export interface Chance {
  /** In [0, 1). */
  next(): number
  /** 0 … n-1 */
  below(n: number): number
  /** True once in n. */
  oneIn(n: number): boolean
  pick<T>(list: readonly T[]): T | null
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  bytes(into: Uint8Array<ArrayBuffer>): void
}

/** mulberry32: small, quick, and good enough to choose steps with. */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
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
    oneIn: (n) => below(n) === 0,
    pick: (list) => list[below(list.length)] ?? null,
    weighted(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[]
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        left -= weights[name]
        if (left < 0) return name
      }
      throw new Error('nothing to choose from')
    },
    bytes(into) {
      for (let i = 0; i < into.length; i += 1) into[i] = below(256)
    },
  }
}
