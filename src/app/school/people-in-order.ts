// A school's people as its pages list them: read on a day, those who need help first, then by name; who is not counted last.
// The order says who needs someone, it is no ranking.

import type { Day } from '../../domain/day.ts'
import { readStanding, type StandingOn } from '../../domain/evaluate/standing.ts'
import type { State } from '../../domain/evaluate/reading.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { StandingRecord } from '../../storage/tables.ts'

export interface PersonLine {
  readonly kept: StandingRecord
  readonly on: StandingOn
}

const ORDER: readonly State[] = ['concern', 'unverified', 'on-the-way', 'met']

const place = ({ on }: PersonLine): number => (on.notCounted.length > 0 ? ORDER.length : ORDER.indexOf(on.state))
const byName = (a: string, b: string): number => a.localeCompare(b, 'zh-CN')

export function peopleInOrder(people: readonly StandingRecord[], policy: Policy, today: Day): PersonLine[] {
  const lines = people.filter((p) => p.policy === policy.version).map((kept) => ({ kept, on: readStanding(kept, policy, today) }))
  return lines.sort((a, b) => place(a) - place(b) || byName(a.kept.name, b.kept.name) || (a.kept.person < b.kept.person ? -1 : 1))
}
