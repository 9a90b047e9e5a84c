// The open phone of whoever is signed in: one for the whole app, null before sign-in and after 退出.
// Set by the session store alone; everything else only reads it.

import { shallowRef, type ShallowRef } from 'vue'
import type { Phone } from '../../storage/phone.ts'

const current = shallowRef<Phone | null>(null)

export const usePhone = (): Readonly<ShallowRef<Phone | null>> => current

export function setPhone(phone: Phone | null): void {
  current.value = phone
}

/** The open phone where there must be one (pages behind sign-in). */
export function phoneInHand(): Phone {
  if (current.value === null) throw new Error('nobody is signed in')
  return current.value
}
