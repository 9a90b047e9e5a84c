// Of one thing the documents name and one period: who of a school (or of every school) has it on record by a day and who has not. Dates
// only; by name, nobody is ranked.

import { z } from 'zod/mini'
import type { PersonId, SchoolId } from '../ids.ts'
import { notCountedBecause } from '../evaluate/bearer.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { defineReport } from '../reports/report.ts'
import { appraisalsOn } from './appraisal.ts'

export interface AppraisalReport {
  readonly schools: readonly {
    readonly school: SchoolId
    readonly name: string
    readonly done: number
    readonly missing: number
    readonly count: number
  }[]
  /** For a school: who is missing. */
  readonly missing: readonly { readonly person: PersonId; readonly name: string; readonly school: SchoolId }[]
}

interface State {
  readonly schools: Map<SchoolId, { done: number; missing: number; count: number }>
  readonly missing: { person: PersonId; name: string; school: SchoolId }[]
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'zh-CN')

export const appraisalReport = defineReport<{ item: string; period: string }, State, AppraisalReport>({
  name: 'appraisals',
  for: 'school-and-district',
  args: z.strictObject({ item: z.string().check(z.maxLength(60)), period: z.string().check(z.maxLength(11)) }),
  kinds: ['appraisal'],
  fileKinds: [],
  standings: false,
  start: (on) => ({ schools: new Map(on.schools.map((id) => [id, { done: 0, missing: 0, count: 0 }])), missing: [] }),
  add(state, { dossier }, on) {
    const school = homePost(postsOf(dossier), on.asOf)?.school
    const at = school === undefined ? undefined : state.schools.get(school)
    const person = personOf(dossier)
    if (school === undefined || at === undefined || person === null || notCountedBecause(on.reference.policy, person, on.asOf).length > 0)
      return
    const found = appraisalsOn(dossier, on.asOf).find((a) => a.item === on.args.item && a.period === on.args.period)
    if (found === undefined) {
      at.missing += 1
      if (!on.wholeDistrict) state.missing.push({ person: dossier.subject.id as PersonId, name: person.name, school })
    } else {
      at.done += 1
      at.count += found.count ?? 0
    }
  },
  finish: (state, on) => ({
    schools: [...state.schools]
      .map(([school, n]) => ({ school, name: on.reference.schools.find((s) => s.id === school)?.name ?? '', ...n }))
      .sort(byName),
    missing: state.missing.sort(byName),
  }),
})
