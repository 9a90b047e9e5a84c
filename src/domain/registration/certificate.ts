// 教师资格证 and other certificates to work (保育员, 资源教师), one row each. Of the number the last characters at most; the paper stays
// with the person. A certificate has no last day unless one was written; what runs out is its registration (registration.ts).

import type { Day } from '../day.ts'
import { rowsOfKind, type FactBase, type Row } from '../document.ts'
import type { Dossier, StaffCategory } from '../dossier.ts'
import type { RowId } from '../ids.ts'

export const CERTIFICATE_KINDS = [
  'kindergarten',
  'primary',
  'junior',
  'senior',
  'vocational',
  'vocational-practice',
  'special',
  'carer',
  'other',
] as const
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]
/** Those that make someone 持证 as a teacher. */
const TEACHING: readonly CertificateKind[] = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'vocational-practice']

export interface CertificateSaid {
  readonly kind: CertificateKind
  /** 任教学科 as printed; null where it names none. */
  readonly subject: string | null
  readonly heldSince: Day | null
  readonly until: Day | null
  /** The last characters of its number, to tell two apart; null where nobody needs them. */
  readonly lastDigits: string | null
}

export type CertificateFact =
  (FactBase & { readonly what: 'recorded' } & CertificateSaid) | (FactBase & { readonly what: 'struck'; readonly reason: string })
export type CertificateRow = Row<'certificate', CertificateFact>

export interface Certificate extends CertificateSaid {
  readonly id: RowId
  readonly recordedBy: string
}

/** The certificates that stand, earliest held first. */
export function certificatesOf(dossier: Dossier): Certificate[] {
  const out: Certificate[] = []
  for (const row of rowsOfKind<CertificateRow>(dossier, 'certificate')) {
    const [said] = row.facts
    if (said?.what !== 'recorded' || row.facts.some((f) => f.what === 'struck')) continue
    const { kind, subject, heldSince, until, lastDigits } = said
    out.push({ id: row.id, kind, subject, heldSince, until, lastDigits, recordedBy: said.byName })
  }
  return out.sort((a, b) => (`${a.heldSince ?? ''} ${a.id}` < `${b.heldSince ?? ''} ${b.id}` ? -1 : 1))
}

const isTeaching = (c: Pick<Certificate, 'kind'>): boolean => TEACHING.includes(c.kind)

/** In force on a day; one without a first day is taken as held since before. */
const heldOn = (c: Certificate, d: Day): boolean => (c.heldSince === null || c.heldSince <= d) && (c.until === null || d <= c.until)

/** Of whom 持证 is asked: 专任, and who is not said to be anything else, as many rosters say nothing. One denominator wherever it is told. */
export const askedForCertificate = ({ category }: { readonly category: StaffCategory }): boolean =>
  category === 'full-time' || category === 'unknown'

/** 持证: holds a teaching certificate on the day, as far as recorded. */
export const certifiedOn = (dossier: Dossier, d: Day): boolean => certificatesOf(dossier).some((c) => isTeaching(c) && heldOn(c, d))
