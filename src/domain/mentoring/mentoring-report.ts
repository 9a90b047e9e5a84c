// 师徒结对 of a school or the district as of a day: pairs that go on, by the mentee's home school, and new teachers within their probation time
// who have no mentor. Pairs are counted from the mentees' side alone; a school is also told whom its own teachers mentor at other schools,
// which is counted there. By name.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { valueOn } from '../policy/value-on.ts'
import { defineReport } from '../reports/report.ts'
import { addMonths } from './probation.ts'
import { lastOf, pairsOn } from './pair.ts'

export interface MentoringReport {
  readonly pairs: readonly {
    readonly mentee: PersonId
    readonly name: string
    readonly school: SchoolId
    readonly mentor: string
    readonly mentorSchool: SchoolId | null
    readonly programme: string | null
    readonly from: Day
    readonly until: Day | null
  }[]
  /** Mentors of the schools asked about whose mentee is at none of them. */
  readonly elsewhere: readonly {
    readonly mentor: PersonId
    readonly name: string
    readonly mentee: string
    readonly programme: string | null
    readonly from: Day
    readonly until: Day | null
  }[]
  /** New and without a mentor. */
  readonly alone: readonly { readonly person: PersonId; readonly name: string; readonly school: SchoolId; readonly since: Day }[]
}

type Writable<T> = T extends readonly (infer U)[] ? U[] : never
interface State {
  readonly pairs: (Omit<MentoringReport['pairs'][number], 'mentorSchool'> & { readonly other: PersonId })[]
  readonly mentors: (MentoringReport['elsewhere'][number] & { readonly other: PersonId })[]
  /** Who is at which school, of everybody read. */
  readonly homes: Map<PersonId, SchoolId>
  readonly alone: Writable<MentoringReport['alone']>
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'zh-CN')

export const mentoringReport = defineReport<Record<string, never>, State, MentoringReport>({
  name: 'mentoring',
  for: 'school-and-district',
  args: z.strictObject({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: ['mentoring'],
  fileKinds: [],
  standings: false,
  start: () => ({ pairs: [], mentors: [], homes: new Map(), alone: [] }),
  add(state, { dossier }, on) {
    const school = homePost(postsOf(dossier), on.asOf)?.school
    const person = personOf(dossier)
    const id = dossier.subject.id as PersonId
    if (school === undefined || !on.schools.includes(school) || person === null) return
    state.homes.set(id, school)
    const pairs = pairsOn(dossier, on.asOf)
    const mentors = pairs.filter((p) => p.side === 'mentee')
    for (const p of pairs)
      if (p.side === 'mentor')
        state.mentors.push({
          mentor: id,
          name: person.name,
          mentee: p.otherName,
          other: p.other,
          programme: p.programme,
          from: p.from,
          until: lastOf(p),
        })
    for (const p of mentors)
      state.pairs.push({
        mentee: id,
        name: person.name,
        school,
        mentor: p.otherName,
        other: p.other,
        programme: p.programme,
        from: p.from,
        until: lastOf(p),
      })
    const months = valueOn(on.reference.policy.settings.probationMonths, on.asOf)
    const isNew =
      person.workedSince !== null && months !== null && person.workedSince <= on.asOf && on.asOf < addMonths(person.workedSince, months)
    if (isNew && mentors.length === 0) state.alone.push({ person: id, name: person.name, school, since: person.workedSince ?? on.asOf })
  },
  finish: ({ pairs, mentors, homes, alone }) => ({
    pairs: pairs.sort(byName).map(({ other, ...p }) => ({ ...p, mentorSchool: homes.get(other) ?? null })),
    elsewhere: mentors.sort(byName).flatMap(({ other, ...m }) => (homes.has(other) ? [] : [m])),
    alone: alone.sort(byName),
  }),
})
