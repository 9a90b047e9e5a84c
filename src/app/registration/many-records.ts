// What is recorded of many people at once (证书, 注册, 学历, 聘任): one form, one act a person, with a day of their own where the list has one. Pure.

import { addDays, addYears, type Day } from '../../domain/day.ts'
import type { PersonId, RowId } from '../../domain/ids.ts'
import type { ActInput } from '../../storage/act.ts'
import { readAppointment, type AppointmentForm } from '../rotation/appointment-form.ts'
import {
  readCertificate,
  readQualification,
  readRegistration,
  type CertificateForm,
  type QualificationForm,
  type RegisterForm,
} from './record-forms.ts'

export type ManyKind = 'certificate' | 'registration' | 'qualification' | 'appointment'
export const MANY_KINDS: readonly ManyKind[] = ['certificate', 'registration', 'qualification', 'appointment']

export interface ManyForms {
  readonly kind: ManyKind
  readonly certificate: CertificateForm
  readonly registration: RegisterForm
  readonly qualification: QualificationForm
  readonly appointment: AppointmentForm
  /** For how long a registration holds, where the rule says; a day of one's own moves it. */
  readonly years: number | null
}

export interface One {
  readonly person: PersonId
  readonly own: Day | null
  /** The post that an appointment is for; null: they have none on that day. */
  readonly post?: RowId | null
}

const moved = (f: RegisterForm, on: Day, years: number | null): RegisterForm => ({
  ...f,
  on,
  from: on,
  until: years === null ? f.until : addDays(addYears(on, years), -1),
})

function argsFor(forms: ManyForms, own: Day | null): Readonly<Record<string, unknown>> | null {
  switch (forms.kind) {
    case 'certificate':
      return readCertificate(forms.certificate, own ?? undefined)
    case 'qualification':
      return readQualification(forms.qualification, own ?? undefined)
    case 'appointment':
      return readAppointment(forms.appointment, own ?? undefined)
    case 'registration':
      return readRegistration(own === null ? forms.registration : moved(forms.registration, own, forms.years))
  }
}

/** Null where the form still lacks something. Who has no post cannot be appointed to it: the page names them. */
export function manyRecords(forms: ManyForms, people: readonly One[]): ActInput[] | null {
  const inputs: ActInput[] = []
  for (const { person, own, post = null } of people) {
    const args = argsFor(forms, own)
    if (args === null) return null
    if (forms.kind === 'appointment' && post === null) continue
    inputs.push({
      verb: `record-${forms.kind}`,
      subject: { kind: 'teacher', id: person },
      args: forms.kind === 'appointment' ? { ...args, post } : args,
    })
  }
  return argsFor(forms, null) === null ? null : inputs
}
