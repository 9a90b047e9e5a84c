// One-way offset: hours of one kind may make up for what another minimum lacks, at most so many, and never the other way.
// Entries that count towards the minimum themselves are not offered again (tally.ts puts each in one place only).

import type { Minimum } from '../compile.ts'
import type { Towards } from '../tally.ts'

/** What the offsets of a minimum add to what it has, in tenths of its unit; each adds no more than its limit. */
export function offsetFor(minimum: Minimum, towards: Towards, which: 'has' | 'expected' | 'opening'): number {
  let sum = 0
  minimum.offsets.forEach((offset, k) => {
    const offered = towards.offsets[k]?.[which] ?? 0
    sum += offset.atMost === null ? offered : Math.min(offered, offset.atMost)
  })
  return sum
}
