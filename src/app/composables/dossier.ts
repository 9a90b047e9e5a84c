// useDossier(personId): the visible dossier (base + own pending ops) of one teacher, kept fresh.
//   undefined while loading · null when this phone has no such dossier (out of scope, or not yet fetched: it is asked for)
//   · else a DossierView: dossier, person, posts, home (today), pauses, entries (latest first) and refusals.
// Every EntryView says where it is: local = 'on-this-phone' (只在本机) | 'at-server' (已到服务器) | 'refused' (被拒).

import { toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import type { PersonId } from '../../domain/ids.ts'
import { dossierView, type DossierView } from '../../storage/dossier-view.ts'
import { noteOpened } from '../../storage/opened.ts'
import { reportFailure } from '../shell/failure.ts'
import { useLive } from './live.ts'
import { usePhone } from './phone.ts'
import { useToday } from './today.ts'

export function useDossier(personId: MaybeRefOrGetter<PersonId | null>): Readonly<ShallowRef<DossierView | null | undefined>> {
  const today = useToday()
  const phone = usePhone()
  const id = (): PersonId | null => toValue(personId)
  watch(
    [phone, id],
    () => {
      const person = id()
      if (phone.value !== null && person !== null) noteOpened(phone.value, { kind: 'teacher', id: person }).catch(reportFailure)
    },
    { immediate: true },
  )
  return useLive<DossierView | null | undefined>(
    async (open) => {
      const person = id()
      return person === null ? null : dossierView(open, person, today.value)
    },
    undefined,
    [id, today],
  )
}
