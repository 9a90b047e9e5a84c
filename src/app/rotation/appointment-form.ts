// What is typed of an appointment (区管校聘), for one person or for many, and what the verb gets of it beside the post. Pure.

import type { Appointer, Quota } from '../../domain/rotation/appointment.ts'

export interface AppointmentForm {
  readonly appointer: Appointer
  readonly quota: Quota
  readonly from: string
  readonly until: string
  readonly paper: string
}

export const newAppointment = (today: string): AppointmentForm => ({
  appointer: 'district',
  quota: 'school',
  from: today,
  until: '',
  paper: '',
})

/** `from`: a day of one's own in place of the form's. Null where no day is said. */
export const readAppointment = (f: AppointmentForm, from = f.from): Readonly<Record<string, unknown>> | null =>
  from === '' ? null : { appointer: f.appointer, quota: f.quota, from, until: f.until === '' ? null : f.until, paper: f.paper.trim() }
