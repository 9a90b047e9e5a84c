// useLive(query, initial, deps?): the answer of a query on the phone's database, kept fresh: it runs again whenever what
// it read changes (in any tab), when another person signs in, and when a ref or getter in `deps` changes.
// Give `initial` for before the first answer (and while nobody is signed in). The value is shallow: never change it.

import { onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import { watchKept } from '../../storage/live.ts'
import type { Phone } from '../../storage/phone.ts'
import { reportFailure } from '../shell/failure.ts'
import { usePhone } from './phone.ts'

export function useLive<T>(query: (phone: Phone) => Promise<T>, initial: T, deps: readonly WatchSource[] = []): Readonly<ShallowRef<T>> {
  const value: ShallowRef<T> = shallowRef(initial)
  const phone = usePhone()
  let stop = (): void => undefined
  watch(
    [phone, ...deps],
    ([_now], before) => {
      stop()
      const open = phone.value
      if (open === null || (before[0] !== undefined && before[0] !== open)) value.value = initial
      if (open === null) return
      stop = watchKept(
        () => query(open),
        (next) => {
          value.value = next
        },
        reportFailure,
      )
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    stop()
  })
  return value
}
