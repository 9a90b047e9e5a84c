// Reference data: what verbs, flags and verdicts need to know beside the document itself.
// The server makes it from school and district files and from the merged policy; a phone gets the part of its scope.
// It never holds anything that only the dossier may say.

import type { Day } from './day.ts'
import type { Level, Mode } from './dossier.ts'
import type { Tenths } from './hours.ts'
import type { DistrictId, PersonId, RowId, SchoolId } from './ids.ts'
import type { Policy } from './policy/policy.ts'
import type { Role, SchoolFacts } from './school-file.ts'
import type { Subject } from './document.ts'

export interface SchoolInfo extends SchoolFacts {
  readonly id: SchoolId
  /** Its last day, where it was closed (撤并); it stays in the tree for what happened there. */
  readonly closedOn?: Day
}

/** Whether a school can still take anybody or anything on a day. */
export const isOpenOn = (school: SchoolInfo, on: Day): boolean => school.closedOn === undefined || on <= school.closedOn

/** A role held somewhere, with its days. Names are public facts of the school. */
export interface RoleHolder {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly at: Extract<Subject, { kind: 'school' | 'district' }>
  readonly from: Day
  readonly to: Day | null
}

/** What can be suggested and compared of an activity; who was absent stays in the school's file. */
export interface ActivityInfo {
  readonly id: RowId
  readonly at: Extract<Subject, { kind: 'school' | 'district' }>
  readonly title: string
  readonly titles: readonly string[]
  readonly organiser: string
  readonly level: Level
  readonly mode: Mode
  readonly tags: readonly string[]
  readonly project: string | null
  readonly first: Day
  readonly last: Day
  readonly hours: Tenths
  readonly way: 'roster' | 'claims'
}

export interface Reference {
  readonly district: DistrictId
  readonly districtName: string
  readonly policy: Policy
  readonly schools: readonly SchoolInfo[]
  readonly roles: readonly RoleHolder[]
  readonly activities: readonly ActivityInfo[]
}

/** A school and those below it (教学点, 村小, 校区), itself first; a loop in the tree ends the walk. */
export function schoolAndBelow(schools: readonly SchoolInfo[], top: SchoolId): SchoolId[] {
  const found = [top]
  for (let i = 0; i < found.length; i += 1) {
    for (const s of schools) if (s.parent === found[i] && !found.includes(s.id)) found.push(s.id)
  }
  return found
}
