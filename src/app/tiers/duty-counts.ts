// '示范课 3、送教 1': how often each kind was done; empty where nothing was. Pure.

import { DUTY_KINDS, type Duty } from '../../domain/tiers/duty.ts'
import { duties, tierPages } from '../text/tier-pages.ts'

export function dutyCounts(list: readonly Duty[]): string {
  return DUTY_KINDS.flatMap((kind) => {
    const n = list.filter((d) => d.kind === kind).length
    return n === 0 ? [] : [tierPages.count(duties[kind], n)]
  }).join('、')
}
