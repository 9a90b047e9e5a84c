// useDrafts(prefixes): the drafts on this phone whose key begins so, latest first, kept fresh; drop(key) forgets one,
// putBack(draft) undoes that.

import { computed, type ComputedRef } from 'vue'
import { draftsUnder, forgetDraft, keepDraft } from '../../storage/drafts.ts'
import type { DraftRecord } from '../../storage/tables.ts'
import { useLive } from './live.ts'
import { phoneInHand } from './phone.ts'

export interface Drafts {
  readonly drafts: ComputedRef<readonly DraftRecord[]>
  /** False while reading. */
  readonly read: ComputedRef<boolean>
  drop(key: string): Promise<void>
  /** Puts a dropped one back as it was. */
  putBack(draft: DraftRecord): Promise<void>
}

export function useDrafts(prefixes: readonly string[]): Drafts {
  const kept = useLive<readonly DraftRecord[] | undefined>(async (phone) => {
    const found: DraftRecord[] = []
    for (const prefix of prefixes) found.push(...(await draftsUnder(phone, prefix)))
    return found.sort((a, b) => b.savedAt - a.savedAt)
  }, undefined)
  return {
    drafts: computed(() => kept.value ?? []),
    read: computed(() => kept.value !== undefined),
    drop: (key) => forgetDraft(phoneInHand(), key),
    putBack: ({ key, value }) => keepDraft(phoneInHand(), key, value),
  }
}
