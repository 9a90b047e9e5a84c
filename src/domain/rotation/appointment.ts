// 区管校聘: who appoints a teacher and on whose quota (the school's, or the district's 编制周转池), with the term of the appointment.
// A fact on a post: it names the post's row, and ends with the post. The school is where they work; the district may be who employs.

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { postsOf } from '../person.ts'

export const APPOINTERS = ['district', 'school'] as const
export type Appointer = (typeof APPOINTERS)[number]
export const QUOTAS = ['school', 'pool'] as const
export type Quota = (typeof QUOTAS)[number]

export interface AppointmentSaid {
  readonly post: RowId
  readonly appointer: Appointer
  readonly quota: Quota
  readonly from: Day
  /** Last day of the term (聘期); null where none was set. */
  readonly until: Day | null
  /** 聘用文件; empty where nobody said. */
  readonly paper: string
}

export type AppointmentFact =
  (FactBase & { readonly what: 'appointed' } & AppointmentSaid) | (FactBase & { readonly what: 'struck'; readonly reason: string })
export type AppointmentRow = Row<'appointment', AppointmentFact>

export interface Appointment extends AppointmentSaid {
  readonly id: RowId
  /** `until`, or the post's last day where that comes first. */
  readonly to: Day | null
}

const first = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a < b ? a : b)

/** The appointments that stand, earliest first; one whose post was struck falls with it. */
export function appointmentsOf(dossier: Dossier): Appointment[] {
  const posts = postsOf(dossier)
  const out: Appointment[] = []
  for (const row of rowsOfKind<AppointmentRow>(dossier, 'appointment')) {
    const [said] = row.facts
    const post = said?.what === 'appointed' ? posts.find((p) => p.id === said.post) : undefined
    if (said?.what !== 'appointed' || post === undefined || row.facts.some((f) => f.what === 'struck')) continue
    const { appointer, quota, from, until, paper } = said
    out.push({ id: row.id, post: post.id, appointer, quota, from, until, paper, to: first(until, post.to) })
  }
  return out.sort((a, b) => (`${a.from} ${a.id}` < `${b.from} ${b.id}` ? -1 : 1))
}

/** The one in force on a day: the latest begun. */
export function appointmentOn(dossier: Dossier, d: Day): Appointment | null {
  let found = null as Appointment | null
  for (const a of appointmentsOf(dossier)) if (a.from <= d && (a.to === null || d <= a.to)) found = a
  return found
}
