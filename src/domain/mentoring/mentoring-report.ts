// 师徒结对 of a school or the district as of a day: pairs that go on, by the mentee's home school, and new teachers within their probation time
// who have no mentor. Pairs are counted from the mentees' side alone. By name.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { valueOn } from '../policy/value-on.ts'
import { defineReport } from '../reports/report.ts'
import { addMonths } from './probation.ts'
import { lastOf, pairsOn } from './pair.ts'

export interface MentoringReport {
  readonly pairs: readonly { readonly mentee: PersonId; readonly name: string; readonly school: SchoolId; readonly mentor: string; readonly programme: string | null; readonly from: Day; readonly until: Day | null }[]
  /** New and without a mentor. */
  readonly alone: readonly { readonly person: PersonId; readonly name: string; readonly school: SchoolId; readonly since: Day }[]
}

type Writable<T> = T extends readonly (infer U)[] ? U[] : never
interface State {
  readonly pairs: Writable<MentoringReport['pairs']>
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
  start: () => ({ pairs: [], alone: [] }),
  add(state, { dossier }, on) {
    const school = homePost(postsOf(dossier), on.asOf)?.school
    const person = personOf(dossier)
    if (school === undefined || !on.schools.includes(school) || person === null) return
    const id = dossier.subject.id as PersonId
    const mentors = pairsOn(dossier, on.asOf).filter((p) => p.side === 'mentee')
    for (const p of mentors) state.pairs.push({ mentee: id, name: person.name, school, mentor: p.otherName, programme: p.programme, from: p.from, until: lastOf(p) })
    const months = valueOn(on.reference.policy.settings.probationMonths, on.asOf)
    const isNew = person.workedSince !== null && months !== null && person.workedSince <= on.asOf && on.asOf < addMonths(person.workedSince, months)
    if (isNew && mentors.length === 0) state.alone.push({ person: id, name: person.name, school, since: person.workedSince ?? on.asOf })
  },
  finish: (state) => ({ pairs: state.pairs.sort(byName), alone: state.alone.sort(byName) }),
})
