// useMinute(): the minute of the day by this phone's clock ('HH:MM'), looked at again every half minute: for what may be taken
// back within a day.

import { onScopeDispose, ref, type Ref } from 'vue'
import { systemClock, wallClock } from '../../storage/clock.ts'

const now = (): string => wallClock(systemClock).slice(11, 16)

export function useMinute(): Readonly<Ref<string>> {
  const minute = ref(now())
  const timer = setInterval(() => {
    minute.value = now()
  }, 30_000)
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return minute
}
