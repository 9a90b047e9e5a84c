// The evidence part of the form: pictures and words in one list, six at most, as the verb takes it.

import { computed, ref, type ComputedRef, type Ref, type WritableComputedRef } from 'vue'
import type { Evidence } from '../../domain/dossier.ts'
import { reportFailure } from '../shell/failure.ts'
import type { ClaimForm } from './claim-form.ts'

const MOST_EVIDENCE = 6

export interface ClaimEvidence {
  readonly choice: WritableComputedRef<'paper' | 'roster' | 'none' | undefined>
  readonly many: ComputedRef<boolean>
  readonly unusable: Ref<boolean>
  taken(file: File): void
  remove(key: string): void
}

/** `add` makes a picture small and keeps it; null where the file is no picture this phone can read. */
export function claimEvidence(form: Ref<ClaimForm>, add: (file: File) => Promise<Evidence | null>): ClaimEvidence {
  const full = ref(false)
  const unusable = ref(false)
  const files = (): Evidence[] => form.value.evidence.filter((one) => one.is === 'file')

  async function take(file: File): Promise<void> {
    unusable.value = false
    full.value = files().length >= MOST_EVIDENCE
    if (full.value) return
    const kept = await add(file)
    unusable.value = kept === null
    if (kept === null || kept.is !== 'file') return
    const same = files().some((one) => one.is === 'file' && one.hash === kept.hash)
    if (!same) form.value.evidence = [...files(), kept]
  }
  return {
    many: computed(() => full.value),
    unusable,
    choice: computed({
      get: () => {
        const says = (is: Evidence['is']): boolean => form.value.evidence.some((one) => one.is === is)
        return says('paper-at-school') ? 'paper' : says('roster') ? 'roster' : says('later') ? 'none' : undefined
      },
      set: (value) => {
        const kept = files().slice(0, MOST_EVIDENCE - 1)
        // 后补 says that there is nothing yet; pictures taken meanwhile stay.
        form.value.evidence =
          value === 'paper'
            ? [...kept, { is: 'paper-at-school' }]
            : value === 'roster'
              ? [...kept, { is: 'roster' }]
              : value === 'none'
                ? [...kept, { is: 'later' }]
                : files()
      },
    }),
    taken: (file) => {
      take(file).catch(reportFailure)
    },
    remove: (key) => {
      full.value = false
      form.value.evidence = form.value.evidence.filter((one) => one.is !== 'file' || one.hash !== key)
    },
  }
}
