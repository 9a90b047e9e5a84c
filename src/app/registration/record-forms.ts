// What is typed of a certificate, a registration or a qualification, and what the verb gets of it; null where something is missing. Pure.

import type { CertificateKind } from '../../domain/registration/certificate.ts'
import type { QualificationCode } from '../../domain/registration/qualification.ts'
import type { Conclusion, RegistrationKind } from '../../domain/registration/registration.ts'

export interface CertificateForm {
  readonly kind: CertificateKind | undefined
  readonly subject: string
  readonly since: string
  readonly until: string
  readonly digits: string
}
export interface QualificationForm {
  readonly code: QualificationCode | undefined
  readonly since: string
  readonly detail: string
}
export interface RegisterForm {
  readonly kind: RegistrationKind
  readonly conclusion: Conclusion
  readonly on: string
  readonly from: string
  readonly until: string
}

export const newCertificate = (): CertificateForm => ({ kind: undefined, subject: '', since: '', until: '', digits: '' })
export const newQualification = (): QualificationForm => ({ code: undefined, since: '', detail: '' })
export const newRegistration = (today: string): RegisterForm => ({
  kind: 'regular',
  conclusion: 'passed',
  on: today,
  from: today,
  until: '',
})

type Args = Readonly<Record<string, unknown>>
const text = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** `since`: a day of one's own in place of the form's. */
export const readCertificate = (f: CertificateForm, since = f.since): Args | null =>
  f.kind === undefined
    ? null
    : { kind: f.kind, subject: text(f.subject), heldSince: text(since), until: text(f.until), lastDigits: text(f.digits) }

export const readQualification = (f: QualificationForm, since = f.since): Args | null =>
  f.code === undefined ? null : { code: f.code, since: text(since), until: null, detail: f.detail.trim() }

export const readRegistration = (f: RegisterForm): Args | null =>
  f.on === '' || f.from === '' || f.until === ''
    ? null
    : { kind: f.kind, conclusion: f.conclusion, registeredOn: f.on, from: f.from, until: f.until }
