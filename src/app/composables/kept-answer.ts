// useKeptAnswer(path, schema): what the server says at an address, and the last answer kept on this phone for reading without a
// network. { answer, fetchedAt, state, fetchNow }: state 'reading' | 'fresh' | 'kept' (not connected, an older answer is shown) |
// 'none' (not connected, nothing kept) | 'gone' (the server says it is not there, or not for this person; nothing is shown).
// `once`: a day; an answer kept since then is shown as it is and nothing is asked, for what a page shows at a glance.
// Asked again once what was waiting on this phone has been sent: the answer may be about just that.

import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { z } from 'zod/mini'
import { systemClock, wallClock } from '../../storage/clock.ts'
import { keepDraft, readDraft } from '../../storage/drafts.ts'
import { askFor } from '../../sync/ask.ts'
import { reportFailure } from '../shell/failure.ts'
import { useSync } from '../stores/sync.ts'
import { phoneInHand } from './phone.ts'

export type KeptState = 'reading' | 'fresh' | 'kept' | 'none' | 'gone'

export interface KeptAnswer<T> {
  readonly answer: Readonly<ShallowRef<T | null>>
  /** 'YYYY-MM-DDTHH:MM:SS' by this phone's clock; null before the first answer. */
  readonly fetchedAt: Readonly<Ref<string | null>>
  readonly state: Readonly<Ref<KeptState>>
  fetchNow(): void
}

interface Kept {
  readonly answer: unknown
  readonly at: string
}

/** `path` null: nothing is asked. */
export function useKeptAnswer<T>(
  path: () => string | null,
  schema: z.ZodMiniType<T>,
  once: () => string | null = () => null,
): KeptAnswer<T> {
  const phone = phoneInHand()
  const answer: ShallowRef<T | null> = shallowRef(null)
  const fetchedAt = ref<string | null>(null)
  const state = ref<KeptState>('reading')
  let turn = 0

  async function fetchAt(at: string): Promise<void> {
    turn += 1
    const mine = turn
    if (state.value !== 'fresh') state.value = 'reading'
    const key = `kept:${at}`
    if (answer.value === null) {
      const kept = (await readDraft(phone, key)) as Kept | null
      const read = kept === null ? null : schema.safeParse(kept.answer)
      if (mine !== turn) return
      if (kept !== null && read?.success === true) {
        answer.value = read.data
        fetchedAt.value = kept.at
        const since = once()
        if (since !== null && kept.at >= since) {
          state.value = 'fresh'
          return
        }
      }
    }
    const said = await askFor(at, schema)
    if (mine !== turn) return
    if (said.is === 'answer') {
      const now = wallClock(systemClock)
      answer.value = said.answer
      fetchedAt.value = now
      state.value = 'fresh'
      if (!phone.readOnly) await keepDraft(phone, key, { answer: said.answer, at: now })
    } else if (said.is === 'problem' && said.status === 404) {
      answer.value = null
      state.value = 'gone'
    } else state.value = answer.value === null ? 'none' : 'kept'
  }
  const start = (at: string | null): void => {
    if (at !== null) fetchAt(at).catch(reportFailure)
  }
  watch(
    path,
    (at) => {
      answer.value = null
      fetchedAt.value = null
      state.value = 'reading'
      start(at)
    },
    { immediate: true },
  )
  const sync = useSync()
  watch(
    () => sync.waiting,
    (now, before) => {
      if (now === 0 && before > 0) start(path())
    },
  )
  onScopeDispose(() => {
    turn += 1
  })
  return {
    answer,
    fetchedAt,
    state,
    fetchNow: () => {
      start(path())
    },
  }
}
