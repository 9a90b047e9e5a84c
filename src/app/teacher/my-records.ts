// useMyRecords(): the dossier, reference data and standing of whoever is signed in, as the teacher's pages need them.
//   `here` says whether there is anything to show: 'reading' (a moment) · 'no-rules' · 'no-dossier' · 'ready'.
// Evaluated once per change of dossier, rules or day, not per page part.

import { computed, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { evaluateCycle, type Evaluation } from '../../domain/evaluate/evaluate-cycle.ts'
import type { Day } from '../../domain/day.ts'
import type { Reference } from '../../domain/reference.ts'
import type { DossierView } from '../../storage/dossier-view.ts'
import { useDossier } from '../composables/dossier.ts'
import { useReference } from '../composables/reference.ts'
import { useToday } from '../composables/today.ts'
import { useSession } from '../stores/session.ts'

export type Here = 'reading' | 'no-rules' | 'no-dossier' | 'ready'

export interface MyRecords {
  readonly today: Readonly<Ref<Day>>
  readonly view: Readonly<ShallowRef<DossierView | null | undefined>>
  readonly reference: Readonly<ShallowRef<Reference | null | undefined>>
  readonly here: ComputedRef<Here>
  readonly evaluation: ComputedRef<Evaluation | null>
}

export function useMyRecords(): MyRecords {
  const session = useSession()
  const today = useToday()
  const view = useDossier(() => session.person)
  const reference = useReference()
  const here = computed<Here>(() => {
    if (reference.value === null) return 'no-rules'
    if (reference.value === undefined || view.value === undefined) return 'reading'
    return view.value === null ? 'no-dossier' : 'ready'
  })
  const evaluation = computed(() => {
    const shown = view.value
    const known = reference.value
    return shown == null || known == null ? null : evaluateCycle(known.policy, shown.dossier, today.value)
  })
  return { today, view, reference, here, evaluation }
}
