// The sync driver wired to this browser: its timers and its events (visible, hidden, online, brought back from the cache).

import { systemClock, systemRandom } from '../../storage/clock.ts'
import type { Phone } from '../../storage/phone.ts'
import { uuidv7 } from '../../storage/uuid.ts'
import { newBatchSize } from '../../sync/batch.ts'
import type { Signer } from '../../sync/core.ts'
import { SyncDriver, type Timers } from '../../sync/driver.ts'
import { fetchTransport } from '../../sync/fetch-transport.ts'
import { wentWell, type SyncOutcome } from '../../sync/outcome.ts'
import { putBytes } from '../../sync/put-bytes.ts'
import { sendPictures } from '../../sync/send-pictures.ts'
import type { Synced } from '../../sync/sync-once.ts'
import { build } from '../build.ts'
import { reportFailure } from '../shell/failure.ts'

export interface AppDriver {
  syncNow(): Promise<SyncOutcome>
  stop(): void
}

const timers: Timers = {
  later(ms, work) {
    const timer = setTimeout(work, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}

/** iPhones and iPads, also the ones that call themselves a Mac. */
const isApple = (): boolean =>
  /iP(hone|ad|od)/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)

export interface WhoSigns {
  readonly signer: Signer
  inHand(): Promise<boolean>
  newDevice(): Promise<Signer | null>
}

export function driverFor(
  phone: Phone,
  { signer, inHand, newDevice }: WhoSigns,
  told: { began: () => void; ended: (synced: Synced) => void },
): AppDriver {
  const core = {
    phone,
    transport: fetchTransport,
    signer,
    build,
    tab: uuidv7(systemClock, systemRandom),
    batch: newBatchSize(),
    inHand,
    newDevice,
  }
  const notToSend = new Set<string>()
  const ended = (synced: Synced): void => {
    told.ended(synced)
    // Records first, pictures after, one at a time.
    if (wentWell(synced.outcome)) sendPictures(phone, putBytes, notToSend).catch(reportFailure)
  }
  const driver = new SyncDriver({
    core,
    timers,
    chance: Math.random,
    resumeWaitMs: isApple() ? 1_500 : 0,
    began: told.began,
    ended,
    failed: reportFailure,
  })
  const seen = (): void => {
    if (document.visibilityState === 'visible') driver.shown()
    else driver.hidden()
  }
  const back = (): void => {
    driver.shown()
  }
  const online = (): void => {
    driver.online()
  }
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pageshow', back)
  window.addEventListener('online', online)
  phone.onSaved = () => {
    driver.saved()
  }
  driver.start()
  return {
    syncNow: () => driver.syncNow(),
    stop() {
      driver.stop()
      phone.onSaved = null
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pageshow', back)
      window.removeEventListener('online', online)
    },
  }
}
