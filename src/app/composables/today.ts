// useToday(): the phone's own day, one ref for the whole app. Turns over at midnight and when the app comes back into view.

import { readonly, ref, type Ref } from 'vue'
import type { Day } from '../../domain/day.ts'
import { systemClock, todayOf } from '../../storage/clock.ts'

const today = ref<Day>(todayOf(systemClock))
let watching = false

function look(): void {
  today.value = todayOf(systemClock)
}

export function useToday(): Readonly<Ref<Day>> {
  if (!watching) {
    watching = true
    setInterval(look, 30_000)
    document.addEventListener('visibilitychange', look)
  }
  look()
  return readonly(today)
}
