// Who may give or end which role where: the district's roles are the administrators', a school's are the district's,
// and a principal may name the training officer. Shared by granting and ending, so that who gives can also take.

import type { Capacity, SubjectKind } from '../document.ts'
import { DISTRICT_ROLES, SCHOOL_ROLES, type Role } from '../school-file.ts'

const includes = (list: readonly string[], role: Role): boolean => list.includes(role)

/** Whether the role exists at this kind of place. */
export const roleFits = (role: Role, kind: SubjectKind): boolean =>
  kind === 'district' ? includes(DISTRICT_ROLES, role) : kind === 'school' && includes(SCHOOL_ROLES, role)

export function mayGive(role: Role, capacity: Capacity): boolean {
  if (capacity === 'admin') return true
  if (capacity === 'district-officer') return includes(SCHOOL_ROLES, role)
  return capacity === 'principal' && role === 'officer'
}
