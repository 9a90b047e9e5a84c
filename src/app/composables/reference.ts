// useReference(): schools, roles, activities and the merged policy in this person's scope, own unsent activities included.
// undefined while loading, null until the first sync brought it (say so: verdicts and forms need it).

import type { ShallowRef } from 'vue'
import type { Reference } from '../../domain/reference.ts'
import { read } from '../../storage/phone.ts'
import { visibleReference } from '../../storage/visible.ts'
import { useLive } from './live.ts'

export function useReference(): Readonly<ShallowRef<Reference | null | undefined>> {
  return useLive<Reference | null | undefined>(
    (phone) => read(phone, async (database) => (await visibleReference(phone, database))?.value ?? null),
    undefined,
  )
}
