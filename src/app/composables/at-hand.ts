// useAtHand(people): dossiers that are to be changed together. A school's phone holds them; a district's device asks for those it does
// not hold, keeps them thirty days, and asks what is new of those it does: the page's list came from the server and may be ahead of them.
// `held` undefined while loading; who is not in it cannot be changed from here yet.

import { watch, type ComputedRef } from 'vue'
import type { Dossier } from '../../domain/dossier.ts'
import type { PersonId } from '../../domain/ids.ts'
import { noteOpened } from '../../storage/opened.ts'
import { reportFailure } from '../shell/failure.ts'
import { useSync } from '../stores/sync.ts'
import { useDossiers } from './documents.ts'
import { usePhone } from './phone.ts'

export function useAtHand(people: () => readonly PersonId[]): ComputedRef<ReadonlyMap<PersonId, Dossier> | undefined> {
  const phone = usePhone()
  const sync = useSync()
  const held = useDossiers(people)
  async function ask(): Promise<void> {
    if (phone.value === null) return
    for (const id of people()) await noteOpened(phone.value, { kind: 'teacher', id })
    if (people().length > 0) await sync.syncNow()
  }
  watch(
    [phone, () => people().join(' ')],
    () => {
      ask().catch(reportFailure)
    },
    { immediate: true },
  )
  return held
}
