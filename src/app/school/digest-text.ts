// What is copied for the group chat: counts and what to do, never a name.

import type { Day } from '../../domain/day.ts'
import type { SchoolRollUp } from '../../domain/roll-up.ts'
import { fullDay } from '../text/common.ts'
import { digest as words } from '../text/school-summary.ts'

export function digestText(school: string, r: SchoolRollUp, on: Day): string {
  const { met, concern, unverified } = r.states
  return [
    words.head(school, fullDay(on)),
    words.people(r.onRoll, r.counted),
    words.states(met, r.states['on-the-way'], concern, unverified),
    ...(r.waiting.school + r.waiting.returned > 0 ? [words.waiting(r.waiting.school, r.waiting.returned)] : []),
    words.doing,
  ].join('\n')
}
