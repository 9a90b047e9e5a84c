// 抽审: who is looked at, drawn from a seed said aloud and the snapshot's digest. No chance is involved: whoever knows both draws
// the same people, on any machine, and nobody can be put in or left out.

import type { PersonId } from '../ids.ts'

export function drawSample(
  persons: readonly PersonId[],
  size: number,
  seed: string,
  digest: string,
  hash: (value: unknown) => string,
): PersonId[] {
  const drawn = persons.map((person) => ({ person, lot: hash(['year-review-sample', digest, seed, person]) }))
  drawn.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.person < b.person ? -1 : 1))
  return drawn.slice(0, Math.max(0, size)).map((one) => one.person)
}

/** How many to look at: the share of the people, rounded up, at least `least`, at most all. `share` is an exact decimal ('0.1'). */
export function sampleSize(people: number, share: string, least = 3): number {
  const [, digits = ''] = share.split('.')
  const scale = 10 ** digits.length
  const part = Number(share.replace('.', ''))
  return Math.min(people, Math.max(least, Math.ceil((people * part) / scale)))
}
