// What is said at the fields of a claim: what is missing once somebody has saved, or why it was refused.
// Holds always: what was put right is no longer complained of; what is still missing, or as it was refused, stays said.

import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { announce } from '../components/announcer.ts'
import { teacher } from '../text/teacher.ts'
import { CLAIM_FIELDS, fieldAt, missingFields, type ClaimField, type ClaimForm } from './claim-form.ts'

export interface Complaints {
  readonly wrong: Readonly<ShallowRef<Partial<Record<ClaimField, string>>>>
  /** False, and said at the fields and aloud, when something is still missing. */
  complete(): boolean
  /** Why it was refused, said at its field; false where no field is meant. `as`: what the form held then. */
  refuse(field: string | null, why: string, as?: ClaimForm): boolean
}

export function useComplaints(form: Ref<ClaimForm>): Complaints {
  const wrong = shallowRef<Partial<Record<ClaimField, string>>>({})
  let refused: { readonly field: ClaimField; readonly was: unknown } | null = null
  const { wrong: words } = teacher.form

  watch(
    form,
    (now) => {
      if (Object.keys(wrong.value).length === 0) return
      const missing = missingFields(now)
      const stays = (field: ClaimField): boolean => missing.includes(field) || (refused?.field === field && refused.was === now[field])
      wrong.value = Object.fromEntries(
        CLAIM_FIELDS.flatMap((field) => (stays(field) && wrong.value[field] !== undefined ? [[field, wrong.value[field]]] : [])),
      )
    },
    { deep: true },
  )

  return {
    wrong,
    complete() {
      const missing = missingFields(form.value)
      wrong.value = Object.fromEntries(missing.map((field) => [field, words[field]]))
      const [first] = missing
      if (first !== undefined) announce(words[first])
      return missing.length === 0
    },
    refuse(field, why, as = form.value) {
      const at = fieldAt(as, field)
      wrong.value = at === null ? {} : { [at]: why }
      refused = at === null ? null : { field: at, was: as[at] }
      return at !== null
    },
  }
}
