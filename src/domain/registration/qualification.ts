// 学历 and 双师型, and whether someone teaches a trade (专业课教师): facts of a person with the day since when, recorded by the school.
// Of 学历 only the highest counts on a day. The districts' denominators differ and stay with their indicators (domain/targets).

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { RowId } from '../ids.ts'

/** Lowest first. 'specialist' is 专业课教师 of a 职业学校. */
export const EDUCATIONS = [
  'education:secondary',
  'education:college',
  'education:bachelor',
  'education:master',
  'education:doctor',
] as const
export const QUALIFICATIONS = [...EDUCATIONS, 'double', 'specialist'] as const
export type QualificationCode = (typeof QUALIFICATIONS)[number]

export interface QualificationSaid {
  readonly code: QualificationCode
  readonly since: Day | null
  readonly until: Day | null
  /** What the paper says: school and subject, or the level of 双师型; empty where nobody said. */
  readonly detail: string
}

export type QualificationFact =
  (FactBase & { readonly what: 'recorded' } & QualificationSaid) | (FactBase & { readonly what: 'struck'; readonly reason: string })
export type QualificationRow = Row<'qualification', QualificationFact>

export interface Qualification extends QualificationSaid {
  readonly id: RowId
  readonly recordedBy: string
}

export function qualificationRecords(dossier: Dossier): Qualification[] {
  const out: Qualification[] = []
  for (const row of rowsOfKind<QualificationRow>(dossier, 'qualification')) {
    const [said] = row.facts
    if (said?.what !== 'recorded' || row.facts.some((f) => f.what === 'struck')) continue
    out.push({ id: row.id, code: said.code, since: said.since, until: said.until, detail: said.detail, recordedBy: said.byName })
  }
  return out.sort((a, b) => (`${a.since ?? ''} ${a.id}` < `${b.since ?? ''} ${b.id}` ? -1 : 1))
}

const on = (q: Qualification, d: Day): boolean => (q.since === null || q.since <= d) && (q.until === null || d <= q.until)

/** The highest 学历 on record by a day; null where none is. */
export function educationOn(dossier: Dossier, d: Day): Qualification | null {
  let best = null as Qualification | null
  const rank = (q: Qualification): number => EDUCATIONS.indexOf(q.code as (typeof EDUCATIONS)[number])
  for (const q of qualificationRecords(dossier)) if (rank(q) >= 0 && on(q, d) && (best === null || rank(q) > rank(best))) best = q
  return best
}

/** The codes someone has on a day: the highest 学历, 双师型, 专业课教师. */
export function qualificationsOn(dossier: Dossier, d: Day): ReadonlySet<QualificationCode> {
  const education = educationOn(dossier, d)
  const codes = qualificationRecords(dossier)
    .filter((q) => on(q, d) && (q.code === 'double' || q.code === 'specialist'))
    .map((q) => q.code)
  return new Set(education === null ? codes : [...codes, education.code])
}
