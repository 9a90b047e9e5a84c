// How the phone and the server stand: what SyncBadge and the sync page show, and the button that always answers.
// `allSynced` only when results are in, digests match and no refusal is unseen. Holds the driver of whoever is signed in;
// never holds records.

import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { systemClock, wallClock } from '../../storage/clock.ts'
import type { Phone } from '../../storage/phone.ts'
import { queueOf, type Queue } from '../../storage/to-send.ts'
import { wentWell, type SyncOutcome } from '../../sync/outcome.ts'
import { useLive } from '../composables/live.ts'
import { driverFor, type AppDriver, type WhoSigns } from '../composables/driver.ts'

const EMPTY: Queue = { waiting: 0, refused: 0, unseen: 0, lastSync: null, unsettled: true }

export const useSync = defineStore('sync', () => {
  const queue = useLive<Queue>(queueOf, EMPTY)
  const busy = ref(false)
  /** What the last attempt came to; null before the first. */
  const outcome = shallowRef<SyncOutcome | null>(null)
  /** Documents that left this person's scope since the app was opened, and those kept because of unanswered ops. */
  const dropped = ref(0)
  const kept = ref(0)
  let driver: AppDriver | null = null

  const state = computed<'idle' | 'busy' | 'offline' | 'later'>(() =>
    busy.value ? 'busy' : outcome.value?.is === 'not-connected' ? 'offline' : outcome.value?.is === 'busy' ? 'later' : 'idle',
  )
  const signedOut = computed(() => outcome.value?.is === 'signed-out')
  const updateNeeded = computed(() => outcome.value?.is === 'update-needed')
  /** Before the first attempt what was known last time holds; another tab that is at it takes nothing away. */
  const lastWentWell = computed(() => outcome.value === null || wentWell(outcome.value) || outcome.value.is === 'elsewhere')
  const allSynced = computed(() => {
    const { waiting, unseen, unsettled, lastSync } = queue.value
    return lastSync !== null && waiting === 0 && unseen === 0 && !unsettled && lastWentWell.value
  })
  /** What this phone holds is a part only, and its sums would be: nothing was ever synchronised to the end, and it is under way. */
  const firstUnderway = computed(() => busy.value && queue.value.lastSync === null)
  /** Clock time of the last good sync ('09:12', with the date before when it was another day); undefined when never. */
  const at = computed(() => (queue.value.lastSync === null ? undefined : shownTime(queue.value.lastSync)))

  /** For the session store: drives the sync of this phone from now on. */
  function attach(phone: Phone, who: WhoSigns): void {
    detach()
    driver = driverFor(phone, who, {
      began: () => {
        busy.value = true
      },
      ended: (synced) => {
        busy.value = false
        outcome.value = synced.outcome
        dropped.value += synced.dropped.length
        kept.value = synced.kept.length
      },
    })
  }
  function detach(): void {
    driver?.stop()
    driver = null
    busy.value = false
    outcome.value = null
    dropped.value = 0
    kept.value = 0
  }
  async function syncNow(): Promise<SyncOutcome> {
    return driver === null ? { is: 'signed-out' } : driver.syncNow()
  }

  return {
    state,
    busy,
    firstUnderway,
    outcome,
    at,
    allSynced,
    signedOut,
    updateNeeded,
    dropped,
    kept,
    waiting: computed(() => queue.value.waiting),
    refused: computed(() => queue.value.refused),
    unseen: computed(() => queue.value.unseen),
    syncNow,
    attach,
    detach,
  }
})

function shownTime(ms: number): string {
  const then = wallClock({ now: () => ms, zone: systemClock.zone })
  const day = then.slice(0, 10) === wallClock(systemClock).slice(0, 10) ? '' : `${Number(then.slice(5, 7))}-${Number(then.slice(8, 10))} `
  return day + then.slice(11, 16)
}
