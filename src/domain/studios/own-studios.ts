// For each person about themselves only: the studios they host or belong to. Studios stand in the district's file or a school's, which a
// teacher's phone does not hold; the report `own-studios` says it to each for themselves, and the phone keeps the answer.

import { z } from 'zod/mini'
import type { SchoolId } from '../ids.ts'
import { defineReport } from '../reports/report.ts'
import { runsOn, studiosOf, type Studio } from './studio.ts'

export interface OwnStudio extends Omit<Studio, 'members' | 'at'> {
  readonly as: 'host' | 'member'
  /** The school it belongs to; null: the district's. */
  readonly school: SchoolId | null
  readonly running: boolean
}

interface State {
  person: string | null
}

export const ownStudiosReport = defineReport<Record<string, never>, State, readonly OwnStudio[]>({
  name: 'own-studios',
  for: 'own',
  args: z.object({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: [],
  fileKinds: ['studio'],
  standings: false,
  start: () => ({ person: null }),
  add(state, { dossier }) {
    state.person = dossier.subject.id
  },
  finish: (state, on) => on.files.flatMap(studiosOf).filter((s) => s.from <= on.asOf).flatMap(({ members, at, ...s }): OwnStudio[] => {
    const as = s.host.person === state.person ? 'host' : members.some((m) => m.person === state.person) ? 'member' : null
    return as === null ? [] : [{ ...s, as, school: at.kind === 'school' ? at.id : null, running: runsOn({ ...s, members, at }, on.asOf) }]
  }).sort((a, b) => Number(b.running) - Number(a.running) || (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? -1 : 1)),
})
