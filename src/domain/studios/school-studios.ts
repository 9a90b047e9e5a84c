// For a school about its own teachers: the district's studios that one of them hosts or belongs to. They stand in the district's file,
// which a school's phone does not hold. Of the members of other schools it says how many, and never who.

import { z } from 'zod/mini'
import type { PersonId } from '../ids.ts'
import { homePost, postsOf } from '../person.ts'
import { defineReport } from '../reports/report.ts'
import { runsOn, studiosOf, type Studio, type StudioPerson } from './studio.ts'

export interface SchoolStudio extends Omit<Studio, 'members' | 'at' | 'host'> {
  readonly hostName: string
  /** The host is one of the school's own. */
  readonly hosts: boolean
  /** Members of the school's own, by name as written in the studio. */
  readonly ours: readonly StudioPerson[]
  /** How many members there are of other schools. */
  readonly others: number
  readonly running: boolean
}

interface State {
  readonly ours: Set<PersonId>
}

export const schoolStudiosReport = defineReport<Record<string, never>, State, readonly SchoolStudio[]>({
  name: 'school-studios',
  for: 'school-and-district',
  args: z.object({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: [],
  fileKinds: ['studio'],
  standings: false,
  start: () => ({ ours: new Set() }),
  add(state, { dossier }, on) {
    const home = homePost(postsOf(dossier), on.asOf)
    if (home !== null && on.schools.includes(home.school)) state.ours.add(dossier.subject.id as PersonId)
  },
  finish: ({ ours }, on) =>
    on.files
      .filter((f) => f.subject.kind === 'district')
      .flatMap(studiosOf)
      .filter((s) => s.from <= on.asOf)
      .flatMap((studio): SchoolStudio[] => {
        const { members, host, id, kind, name, level, from, until, closed } = studio
        const own = members.filter((m) => ours.has(m.person))
        const hosts = ours.has(host.person)
        if (!hosts && own.length === 0) return []
        return [
          {
            id,
            kind,
            name,
            level,
            from,
            until,
            closed,
            hostName: host.name,
            hosts,
            ours: own,
            others: members.length - own.length,
            running: runsOn(studio, on.asOf),
          },
        ]
      })
      .sort((a, b) => Number(b.running) - Number(a.running) || a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1)),
})
