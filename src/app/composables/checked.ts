// useChecked(): which roster grants this person has looked at, on this phone only (never sent to anyone).

import { computed, type ComputedRef } from 'vue'
import { keepDraft, readDraft } from '../../storage/drafts.ts'
import { useLive } from './live.ts'
import { phoneInHand } from './phone.ts'

const KEY = 'checked-grants'
const MOST = 400

export interface Checked {
  /** Undefined while reading. */
  readonly rows: ComputedRef<ReadonlySet<string> | undefined>
  check(rows: readonly string[]): Promise<void>
}

export function useChecked(): Checked {
  const kept = useLive<readonly string[] | undefined>(
    async (phone) => ((await readDraft(phone, KEY)) as readonly string[] | null) ?? [],
    undefined,
  )
  return {
    rows: computed(() => (kept.value === undefined ? undefined : new Set(kept.value))),
    async check(rows) {
      const before = kept.value ?? []
      const fresh = rows.filter((row) => before.indexOf(row) < 0)
      if (fresh.length > 0) await keepDraft(phoneInHand(), KEY, [...before, ...fresh].slice(-MOST))
    },
  }
}
