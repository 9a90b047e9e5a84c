// The last step of every way in: the device is enrolled and a session begins, in the caller's transaction, or neither.

import type { DistrictId, PersonId } from '../../domain/ids.ts'
import type { DeviceKey } from '../../wire/session.ts'
import { momentOf } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import type { Tx } from '../store/database.ts'
import { no, type No } from './answers.ts'
import { enrolDevice } from './devices.ts'
import { beginSession } from './sessions.ts'

export interface Entered {
  readonly is: 'in'
  readonly token: string
  readonly asker: Asker
}

/** Thrown to undo a transaction whose device cannot be enrolled; `undone` makes it an answer again. */
export class CannotEnter extends Error {
  readonly answer: No
  constructor(answer: No) {
    super(answer.problem.code)
    this.answer = answer
  }
}

export async function enter(
  tx: Tx,
  now: number,
  who: { district: string; person: string },
  device: DeviceKey,
  label: string,
): Promise<Entered> {
  const fault = await enrolDevice(tx, who, device, momentOf(now).day, label)
  if (fault !== null) throw new CannotEnter(no(fault === 'device.bad-key' ? 422 : 409, fault, 'device'))
  const token = await beginSession(tx, now, { ...who, device: device.id })
  return { is: 'in', token, asker: { district: who.district as DistrictId, person: who.person as PersonId, device: device.id } }
}

export async function undone<T>(work: Promise<T>): Promise<T | No> {
  try {
    return await work
  } catch (error) {
    if (error instanceof CannotEnter) return error.answer
    throw error
  }
}
