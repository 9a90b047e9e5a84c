// The file of a school, and the file of a district: the place in the tree, who holds which role, and activities.
// Both keep roles and activities in the same shape, so one verb serves both.

import type { Day } from './day.ts'
import type { Document, FactBase, Row } from './document.ts'
import type { Tenths } from './hours.ts'
import type { PersonId, SchoolId } from './ids.ts'
import type { Level, Mode, Stage } from './dossier.ts'

/** 学校类别: a 中心校 has 村小 and 教学点 below it; a campus (校区) belongs to its school. */
export const SCHOOL_KINDS = [
  'primary',
  'junior',
  'senior',
  'nine-year',
  'kindergarten',
  'central',
  'village',
  'teaching-point',
  'campus',
  'vocational',
  'special',
  'institute',
] as const
export type SchoolKind = (typeof SCHOOL_KINDS)[number]
export const PLACES = ['urban', 'town', 'rural', 'unknown'] as const
export type Place = (typeof PLACES)[number]

export interface SchoolFacts {
  readonly name: string
  readonly code: string
  readonly kind: SchoolKind
  readonly place: Place
  readonly stage: Stage
  /** 上级学校: a 教学点 belongs to its 中心校; null for schools right under the district. */
  readonly parent: SchoolId | null
}

export type PlaceFact =
  | (FactBase & { readonly what: 'opened'; readonly from: Day } & SchoolFacts)
  | (FactBase & { readonly what: 'changed'; readonly changes: Partial<SchoolFacts> })
  | (FactBase & { readonly what: 'closed'; readonly to: Day; readonly reason: string })

export const SCHOOL_ROLES = ['officer', 'principal'] as const
export const DISTRICT_ROLES = ['district-officer', 'auditor', 'admin'] as const
export type Role = (typeof SCHOOL_ROLES)[number] | (typeof DISTRICT_ROLES)[number]

/** Roles are given and ended with days; `to` null while it is open. */
export type RoleFact =
  | (FactBase & {
      readonly what: 'granted'
      readonly person: PersonId
      readonly personName: string
      readonly role: Role
      readonly from: Day
      readonly to: Day | null
    })
  | (FactBase & { readonly what: 'ended'; readonly to: Day })

/** An activity and its roster: everyone except the absent gets a `grant-hours` op of their own, carrying this row's id. */
export type ActivityFact =
  | (FactBase & {
      readonly what: 'registered'
      readonly title: string
      readonly organiser: string
      readonly level: Level
      readonly mode: Mode
      readonly tags: readonly string[]
      readonly project: string | null
      readonly first: Day
      readonly last: Day
      readonly hours: Tenths
      /** How people get their hours: by this roster, or by claims that are expected from these people. */
      readonly way: 'roster' | 'claims'
      readonly expected: readonly PersonId[]
      readonly absent: readonly PersonId[]
    })
  | (FactBase & { readonly what: 'joined'; readonly titles: readonly string[] })
  | (FactBase & { readonly what: 'cancelled'; readonly reason: string })

export type PlaceRow = Row<'place', PlaceFact>
export type RoleRow = Row<'role', RoleFact>
export type ActivityRow = Row<'activity', ActivityFact>
export type SchoolRow = PlaceRow | RoleRow | ActivityRow
export type SchoolFile = Document<SchoolRow>

/** A district's file also keeps which value it confirmed or changed for a rule, from which day on. */
export type SettingFact = FactBase & {
  readonly what: 'set'
  readonly key: string
  readonly value: string
  readonly from: Day
  readonly source: string
}
export type SettingRow = Row<'setting', SettingFact>
export type DistrictRow = RoleRow | ActivityRow | SettingRow
export type DistrictFile = Document<DistrictRow>
