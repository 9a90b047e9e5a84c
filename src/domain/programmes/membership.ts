// Someone in a programme: one row, from when to when. Being in one says nothing about titles.

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'

export const LEAVING = ['finished', 'left', 'mistake'] as const
export type Leaving = (typeof LEAVING)[number]

export type MembershipFact =
  | (FactBase & {
      readonly what: 'joined'
      readonly programme: string
      readonly from: Day
      readonly until: Day | null
      readonly place: string
    })
  | (FactBase & { readonly what: 'left'; readonly to: Day; readonly reason: Leaving })
export type MembershipRow = Row<'programme', MembershipFact>

export interface Membership {
  readonly id: RowId
  readonly programme: string
  readonly from: Day
  readonly until: Day | null
  /** Where (驻校研修: the school), empty where nobody said. */
  readonly place: string
  readonly left: { readonly to: Day; readonly reason: Leaving } | null
}

export function membershipOf(row: MembershipRow): Membership | null {
  let found = null as Membership | null
  for (const f of row.facts) {
    if (f.what === 'joined') found = { id: row.id, programme: f.programme, from: f.from, until: f.until, place: f.place, left: null }
    else if (found !== null) found = { ...found, left: { to: f.to, reason: f.reason } }
  }
  return found?.left?.reason === 'mistake' ? null : found
}

/** Every programme someone is or was in, latest first. */
export const membershipsOf = (dossier: Dossier): Membership[] =>
  rowsOfKind<MembershipRow>(dossier, 'programme')
    .flatMap((row) => membershipOf(row) ?? [])
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? 1 : -1))

export const isInOn = (m: Membership, day: Day): boolean => {
  const last = m.left?.to ?? m.until
  return m.from <= day && (last === null || day <= last)
}

/** In it on the day. */
export const programmesOn = (dossier: Dossier, day: Day): Membership[] => membershipsOf(dossier).filter((m) => isInOn(m, day))
/** In it at any time until the day: what a plan counts that wants people to have been in it. */
export const programmesBy = (dossier: Dossier, day: Day): Membership[] => membershipsOf(dossier).filter((m) => m.from <= day)
