// When to sync: opened, visible again, online (a hint, never trusted), 2 s after a save, every 60 s while visible, and at
// once when asked by hand. A busy server that asked for time gets it, whatever happens on the phone meanwhile, except the button.
// One synchronisation at a time; whoever asks meanwhile gets the answer of one that began after they asked.
// Timers and chance are arguments; events are told by the app.

import { askedToWaitMs, nextTryMs } from './backoff.ts'
import type { SyncCore } from './core.ts'
import { wentWell, type SyncOutcome } from './outcome.ts'
import { syncOnce, type Synced } from './sync-once.ts'

export interface Timers {
  later(ms: number, work: () => void): () => void
}

export interface DriverDeps {
  readonly core: SyncCore
  readonly timers: Timers
  /** In [0, 1), for spreading out. */
  readonly chance: () => number
  /** iOS gives a resumed page dead connections for a moment: 1500 there, else 0. */
  readonly resumeWaitMs: number
  /** Told when a synchronisation begins and how it ended. */
  readonly began: () => void
  readonly ended: (synced: Synced) => void
  readonly failed: (thrown: unknown) => void
}

const AFTER_SAVE_MS = 2_000

export class SyncDriver {
  readonly #deps: DriverDeps
  #cancel: (() => void) | null = null
  /** Runs while the server asked to be left alone. */
  #away: (() => void) | null = null
  #running: Promise<Synced> | null = null
  #failures = 0
  #visible = true
  #stopped = false

  constructor(deps: DriverDeps) {
    this.#deps = deps
  }

  /** The app was opened. */
  start(): void {
    this.#in(0)
  }

  stop(): void {
    this.#stopped = true
    this.#forget()
    this.#endAway()
  }

  saved(): void {
    this.#in(AFTER_SAVE_MS)
  }

  shown(): void {
    this.#visible = true
    this.#in(this.#deps.resumeWaitMs)
  }

  hidden(): void {
    this.#visible = false
    this.#forget()
  }

  /** The browser says there is a network: try, it may be so. */
  online(): void {
    this.#in(this.#deps.resumeWaitMs)
  }

  /** By hand: always answers, and compares everything. */
  async syncNow(): Promise<SyncOutcome> {
    this.#forget()
    if (this.#running !== null) await this.#running
    return (await this.#run('all')).outcome
  }

  #in(ms: number): void {
    this.#forget()
    // The end of the time asked for begins the next attempt.
    if (this.#stopped || this.#away !== null) return
    this.#cancel = this.#deps.timers.later(ms, () => {
      this.#cancel = null
      this.#run('changed').catch(this.#deps.failed)
    })
  }

  #forget(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** Goes on while the app is hidden: whoever comes back in the middle of it still waits for the rest. */
  #stayAway(ms: number): void {
    this.#endAway()
    this.#away = this.#deps.timers.later(ms, () => {
      this.#away = null
      if (this.#visible) this.#in(0)
    })
  }

  #endAway(): void {
    this.#away?.()
    this.#away = null
  }

  async #run(digests: 'changed' | 'all'): Promise<Synced> {
    if (this.#running !== null) return this.#running
    this.#deps.began()
    this.#running = syncOnce(this.#deps.core, digests)
    try {
      const synced = await this.#running
      this.#failures = wentWell(synced.outcome) ? 0 : this.#failures + 1
      if (!this.#stopped) this.#deps.ended(synced)
      this.#again(synced)
      return synced
    } catch (thrown) {
      // Stopped in the middle: its database was closed under it, which is nobody's failure.
      if (this.#stopped) return { outcome: { is: 'signed-out' }, nextAfterMs: null, dropped: [], kept: [] }
      this.#failures += 1
      const synced: Synced = { outcome: { is: 'storage', reason: 'storage-dead' }, nextAfterMs: null, dropped: [], kept: [] }
      this.#deps.ended(synced)
      this.#deps.failed(thrown)
      this.#again(synced)
      return synced
    } finally {
      this.#running = null
    }
  }

  #again(synced: Synced): void {
    if (this.#stopped) return
    this.#endAway()
    const wait = nextTryMs(synced.outcome, synced.nextAfterMs, this.#failures, this.#deps.chance())
    if (askedToWaitMs(synced.outcome) !== null) {
      this.#forget()
      this.#stayAway(wait)
      return
    }
    if (this.#cancel !== null || !this.#visible) return
    // Signed out or too old: only a person can help, and they will open the app or press the button.
    if (synced.outcome.is === 'signed-out' || synced.outcome.is === 'update-needed') return
    this.#in(wait)
  }
}
