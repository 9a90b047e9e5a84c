// For each person about themselves only: the studios they host or belong to. Studios stand in the district's file or a school's, which a
// teacher's phone does not hold; the report `own-studios` says it to each for themselves, and the phone keeps the answer.

import type { SchoolId } from '../ids.ts'
import { defineOwnReport } from '../reports/report.ts'
import { runsOn, studiosOf, type Studio } from './studio.ts'

export interface OwnStudio extends Omit<Studio, 'members' | 'at'> {
  readonly as: 'host' | 'member'
  /** The school it belongs to; null: the district's. */
  readonly school: SchoolId | null
  readonly running: boolean
}

export const ownStudiosReport = defineOwnReport('own-studios', ['studio'], (person, on): readonly OwnStudio[] =>
  on.files
    .flatMap(studiosOf)
    .filter((s) => s.from <= on.asOf)
    .flatMap(({ members, at, ...s }): OwnStudio[] => {
      const as = s.host.person === person ? 'host' : members.some((m) => m.person === person) ? 'member' : null
      return as === null ? [] : [{ ...s, as, school: at.kind === 'school' ? at.id : null, running: runsOn({ ...s, members, at }, on.asOf) }]
    })
    .sort((a, b) => Number(b.running) - Number(a.running) || (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? -1 : 1)),
)
