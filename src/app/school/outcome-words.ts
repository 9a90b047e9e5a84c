// What came of an act, in words; null when it was kept.

import type { ActedGroup } from '../../storage/act-group.ts'
import type { ActedMany, Skipped } from '../../storage/act-many.ts'
import type { Acted } from '../../storage/act.ts'
import type { NotIn } from '../composables/way-in.ts'
import type { Asked } from '../../sync/ask.ts'
import { refusalWords } from '../text/refusals.ts'
import { outcome } from '../text/school.ts'

export function outcomeWords(acted: Acted | ActedGroup | ActedMany): string | null {
  switch (acted.is) {
    case 'saved':
      return null
    case 'refused':
      return refusalWords(acted.code)
    case 'stale':
      return outcome.stale
    case 'noop':
      return outcome.noop
    case 'not-ready':
      return refusalWords('not-ready')
    case 'failed':
      return refusalWords(acted.reason)
  }
}

/** Why some of many were left out: each reason once, with how many. */
export function skippedWords(skipped: readonly Skipped[]): string | null {
  const counts = new Map<string, number>()
  for (const { why } of skipped) {
    const words = outcomeWords(why) ?? ''
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts.size === 0 ? null : [...counts].map(([words, n]) => outcome.skipped(n, words)).join(' ')
}

/** Why an online page got no answer. */
export const problemWords = (said: Exclude<Asked<unknown>, { is: 'answer' }> | NotIn): string =>
  said.is === 'not-connected' ? outcome.notConnected : refusalWords(said.code)
