// useOwnStudios(): the studios whoever is signed in hosts or belongs to; null until the server said so once. Kept for reading offline.
// `once`: a day; asked for at most once since then.

import { computed, type ComputedRef } from 'vue'
import type { OwnStudio } from '../../domain/studios/own-studios.ts'
import { reportAnswer } from '../../wire/report.ts'
import { useKeptAnswer } from '../composables/kept-answer.ts'

const Answer = reportAnswer<readonly OwnStudio[]>()

export function useOwnStudios(once: () => string | null = () => null): { readonly studios: ComputedRef<readonly OwnStudio[] | null> } {
  const kept = useKeptAnswer(() => '/api/reports/own-studios', Answer, once)
  return { studios: computed(() => kept.answer.value?.answer ?? null) }
}
