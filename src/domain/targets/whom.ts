// Who a measure is about: people on the roll of a school on the day (人事关系), in the stages, kinds of schools and categories it names.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { homePost, personOf, postsOf, type Person } from '../person.ts'
import type { SchoolInfo } from '../reference.ts'
import type { Whom } from './indicator.ts'

export interface OnRoll {
  readonly person: Person
  readonly school: SchoolInfo
}

/** Null for who is on no roll of these schools on the day. */
export function onRollOn(dossier: Dossier, schools: ReadonlyMap<string, SchoolInfo>, day: Day): OnRoll | null {
  const person = personOf(dossier)
  const post = homePost(postsOf(dossier), day)
  const school = post === null ? undefined : schools.get(post.school)
  return person === null || school === undefined ? null : { person, school }
}

export function fits({ person, school }: OnRoll, who: Whom): boolean {
  const within = <T>(list: readonly T[] | undefined, one: T): boolean => list === undefined || list.includes(one)
  return within(who.stages, person.stage) && within(who.schoolKinds, school.kind) && within(who.categories, person.category)
}
