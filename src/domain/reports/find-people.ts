// Who is meant by the words of a pasted list: people of the district whose name, former name or staff number is one of them, with the
// school they are at. Several of one name are all said; the person with the list chooses. For a district role only.

import { z } from 'zod/mini'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { defineReport } from './report.ts'

export interface FoundPerson {
  readonly person: PersonId
  readonly name: string
  readonly formerNames: readonly string[]
  readonly staffNumber: string | null
  readonly subject: string | null
  readonly school: SchoolId
  readonly schoolName: string
}

interface State {
  readonly wanted: ReadonlySet<string>
  readonly found: FoundPerson[]
}

/** Words in one question: an address holds no more. */
export const MOST_WORDS = 120

export const findPeople = defineReport<{ who: string }, State, readonly FoundPerson[]>({
  name: 'find-people',
  for: 'district',
  args: z.strictObject({ who: z.string().check(z.maxLength(6000)) }),
  kinds: [],
  fileKinds: [],
  standings: false,
  start: (on) => ({
    wanted: new Set(
      on.args.who
        .split('|')
        .filter((word) => word !== '')
        .slice(0, MOST_WORDS),
    ),
    found: [],
  }),
  add(state, { dossier }, on) {
    const person = personOf(dossier)
    if (person === null) return
    const called = [person.name, ...person.formerNames, ...(person.staffNumber === null ? [] : [person.staffNumber])]
    if (!called.some((word) => state.wanted.has(word))) return
    const school = homePost(postsOf(dossier), on.asOf)?.school
    if (school === undefined) return
    const schoolName = on.reference.schools.find((s) => s.id === school)?.name ?? ''
    state.found.push({
      person: dossier.subject.id as PersonId,
      name: person.name,
      formerNames: person.formerNames,
      staffNumber: person.staffNumber,
      subject: person.subject,
      school,
      schoolName,
    })
  },
  finish: (state) => state.found.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1)),
})
