// useSyncNow(): the button that always answers. { busy, said, syncNow }; `said` is the answer of the last press in words.

import { ref, type Ref } from 'vue'
import { announce } from '../components/announcer.ts'
import { reportFailure } from '../shell/failure.ts'
import { useSync } from '../stores/sync.ts'
import { refusalWords } from '../text/refusals.ts'
import { syncWords } from '../text/sync-page.ts'

export interface SyncNow {
  readonly busy: Ref<boolean>
  readonly said: Ref<string>
  syncNow(): void
}

const IN_ITS_OWN_WORDS = ['server.rolled-back', 'server.full', 'op.cloned-device', 'sync.protocol']

export function useSyncNow(): SyncNow {
  const sync = useSync()
  const busy = ref(false)
  const said = ref('')
  async function run(): Promise<void> {
    busy.value = true
    try {
      const outcome = await sync.syncNow()
      said.value =
        outcome.is === 'storage'
          ? refusalWords(outcome.reason)
          : outcome.is === 'problem' && IN_ITS_OWN_WORDS.indexOf(outcome.code) >= 0
            ? refusalWords(outcome.code)
            : syncWords.outcome[outcome.is]
      announce(said.value)
    } finally {
      busy.value = false
    }
  }
  return {
    busy,
    said,
    syncNow: () => {
      if (!busy.value) run().catch(reportFailure)
    },
  }
}
