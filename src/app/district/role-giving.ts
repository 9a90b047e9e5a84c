// Who may give which role where, as the verbs have it, for offering only what will be taken. Pure.

import type { Day } from '../../domain/day.ts'
import type { PersonId, SchoolId } from '../../domain/ids.ts'
import { holds, schoolAndAbove } from '../../domain/permissions.ts'
import { isOpenOn, type Reference } from '../../domain/reference.ts'
import { roleRowsOf, type RoleInRow } from '../../domain/reference-from.ts'
import { DISTRICT_ROLES, SCHOOL_ROLES, type DistrictFile, type Role, type SchoolFile, type SchoolKind } from '../../domain/school-file.ts'
import { districtRoles } from '../text/district-roles.ts'

const { names } = districtRoles

/** What someone may give at a school or at the district. */
export function givable(
  reference: Reference,
  me: PersonId | null,
  today: Day,
  at: 'school' | 'district',
  school: SchoolId | null = null,
): readonly Role[] {
  const mine = reference.roles.filter((r) => me !== null && r.at.kind === 'district' && holds(r, me, today)).map((r) => r.role)
  if (at === 'district') return mine.includes('admin') ? DISTRICT_ROLES : []
  if (mine.includes('admin') || mine.includes('district-officer')) return SCHOOL_ROLES
  // A principal may name the training officer of the school, and of those below it.
  const above = school === null ? [] : schoolAndAbove(reference, school)
  const leads = reference.roles.some(
    (r) => me !== null && r.role === 'principal' && r.at.kind === 'school' && above.includes(r.at.id) && holds(r, me, today),
  )
  return leads ? ['officer'] : []
}

/** Roles in force on the day or to come, by what they are and since when. */
export const rolesShown = (file: SchoolFile | DistrictFile, today: Day): RoleInRow[] =>
  roleRowsOf(file).filter((r) => (r.to === null || r.from <= r.to) && (r.to === null || r.to >= today))

export const roleName = (role: Role, kind: SchoolKind | null): string =>
  role === 'principal' && kind === 'kindergarten' ? names.kindergartenPrincipal : names[role]

export interface GivenRole {
  readonly person: PersonId
  readonly personName: string
  readonly role: Role
  readonly from: Day
  readonly to: Day | null
}

/** Schools by name, for picking one: those that still take people and roles on the day. */
export const schoolOptions = (reference: Reference, today: Day): { value: SchoolId; text: string; note: string }[] =>
  reference.schools
    .filter((s) => isOpenOn(s, today))
    .map((s) => ({ value: s.id, text: s.name, note: s.code }))
    .sort((a, b) => a.text.localeCompare(b.text, 'zh-CN'))
