// What a rung asks, in words, and how far it is there. Pure.

import type { Policy } from '../../domain/policy/policy.ts'
import type { Ask } from '../../domain/tiers/rung.ts'
import type { AskVerdict } from '../../domain/tiers/standing-in-tiers.ts'
import { duties, tierPages } from '../text/tier-pages.ts'
import { refName } from './tier-names.ts'

function askWords(policy: Policy, ask: Ask): string {
  switch (ask.type) {
    case 'words':
      return tierPages.asks.words(ask.text)
    case 'rung':
      return tierPages.asks.rung(refName(policy, ask.rung), ask.years)
    case 'duty':
      return tierPages.asks.duty(duties[ask.duty], ask.times, ask.years)
    case 'service':
      return tierPages.asks.service(ask.years)
  }
}

/** '近 5 年示范课 3 次：还没到，现有 1' */
export function verdictLine(policy: Policy, { ask, is, has }: AskVerdict): string {
  return `${askWords(policy, ask)}：${tierPages.verdicts[is]}${has === null || is === 'met' ? '' : `，${tierPages.has(has)}`}`
}
