// useDaysForm(): the days and the deed of a title, as they are filled in.

import { ref, type Ref } from 'vue'
import type { TitleDays } from '../../domain/tiers/title.ts'
import { tierPages } from '../text/tier-pages.ts'
import type { Wrong } from './title-form.ts'

export interface DaysForm {
  readonly from: Ref<string>
  readonly withUntil: Ref<boolean>
  readonly until: Ref<string>
  readonly deed: Ref<string>
  readonly evidence: Ref<string>
  read(): { readonly days: TitleDays } | { readonly wrong: Wrong }
}

export function useDaysForm(start: { readonly from: string } & Partial<Omit<TitleDays, 'from'>>): DaysForm {
  const from = ref<string>(start.from)
  const withUntil = ref(start.until != null)
  const until = ref<string>(start.until ?? '')
  const deed = ref(start.deed ?? '')
  const evidence = ref(start.evidence ?? '')
  return {
    from,
    withUntil,
    until,
    deed,
    evidence,
    read() {
      const words = tierPages.form
      if (from.value === '') return { wrong: { field: 'from', words: words.fromWrong } }
      const last = withUntil.value && until.value !== '' ? until.value : null
      if (last !== null && last < from.value) return { wrong: { field: 'until', words: words.untilWrong } }
      return { days: { from: from.value, until: last, deed: deed.value.trim(), evidence: evidence.value.trim() } as TitleDays }
    },
  }
}
