// The roles someone can switch between: teacher for who has a dossier, then each role with its place.

import type { SessionInfo } from '../../wire/session.ts'
import type { AreaName } from '../area.ts'

export interface RoleInHand {
  /** 'teacher', or 'officer@school:ID'. */
  readonly key: string
  /** A name of navigation.roleNames. */
  readonly role: string
  /** Which area of the app it opens. */
  readonly area: Exclude<AreaName, 'account'>
  /** The place: school or district; for a teacher the school of 人事关系. */
  readonly at: { readonly kind: string; readonly id: string } | null
  readonly atName: string
}

/** A school for which a district officer acts for the time being: its pages, with every fact signed as the district's. */
export interface StandIn {
  readonly school: string
  readonly name: string
}

export const STAND_IN = 'stand-in'

export function standInRole(standIn: StandIn, roles: readonly RoleInHand[]): RoleInHand[] {
  if (!roles.some((one) => one.role === 'district-officer')) return []
  return [
    {
      key: `${STAND_IN}@school:${standIn.school}`,
      role: STAND_IN,
      area: 'school',
      at: { kind: 'school', id: standIn.school },
      atName: standIn.name,
    },
  ]
}

/** As what somebody begins who has chosen nothing on this phone: the district's desk, then a school's, then their own records. */
export const beginsAs = (roles: readonly RoleInHand[]): string | null =>
  (roles.find((one) => one.area === 'district') ?? roles.find((one) => one.area === 'school') ?? roles[0])?.key ?? null

type RoleAt = Pick<SessionInfo['roles'][number], 'role'> & { readonly at: { readonly kind: string; readonly id: string } }
const keysOf = (roles: readonly RoleAt[]): string =>
  roles
    .map(({ role, at }) => `${role}@${at.kind}:${at.id}`)
    .sort()
    .join(' ')

/** Whether both name the same roles at the same places, in whatever order. */
export const sameRoles = (a: readonly RoleAt[], b: readonly RoleAt[]): boolean => keysOf(a) === keysOf(b)

export function rolesOfSession(session: SessionInfo): RoleInHand[] {
  const roles: RoleInHand[] = []
  if (session.hasDossier) {
    const { home } = session
    roles.push({
      key: 'teacher',
      role: 'teacher',
      area: 'teacher',
      at: home === null ? null : { kind: 'school', id: home.id },
      atName: home?.name ?? session.district.name,
    })
  }
  for (const { role, at, atName } of session.roles) {
    roles.push({ key: `${role}@${at.kind}:${at.id}`, role, area: at.kind === 'school' ? 'school' : 'district', at, atName })
  }
  return roles
}
