// A PostgreSQL that dies while the server runs (killed, out of memory, no room for its log) is started again at the same address, and
// again, until it stays: the disk has room again, or the server is stopped. Who runs the machine hears of it once each time.

import type { ChildProcess } from 'node:child_process'
import { ended, hasEnded } from './program.ts'
import { endOf, whySince, type WhyNot } from './will-not-start.ts'

export type HowItGoes =
  { readonly is: 'recovering' } | { readonly is: 'died'; readonly why: WhyNot; readonly log: string } | { readonly is: 'back' }

export interface Keeping {
  /** One attempt to start it, told which process that is; null where it did not come up. */
  readonly again: (inHand: (server: ChildProcess) => void) => Promise<ChildProcess | null>
  readonly log: string
  readonly tell: (what: HowItGoes) => void
}

const FAST_STOP_MS = 30_000
const WAITS_MS = [100, 500, 1_000, 2_000, 5_000, 10_000] as const
const LAST_WAIT_MS = 15_000

/** Begins; the answer stops it for good. */
export function keepRunning(first: ChildProcess, { again, log, tell }: Keeping): () => Promise<void> {
  let server = first
  let attempted: ChildProcess | null = null
  let over = false
  let wake: () => void = () => undefined
  let before = endOf(log)
  // Only a finished stop is clean; if the process leaves another way the cluster still shuts down in order.
  const lastResort = (): void => void server.kill('SIGINT')
  process.once('exit', lastResort)
  const watch = async (): Promise<void> => {
    for (;;) {
      server.unref()
      await new Promise((resolve) => (hasEnded(server) ? resolve(null) : server.once('exit', resolve)))
      if (over) return
      let told: WhyNot | null = null
      for (let attempt = 0; ; attempt += 1) {
        const why = whySince(log, before)
        if (told !== why) tell({ is: 'died', why, log })
        told = why
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, WAITS_MS[attempt] ?? LAST_WAIT_MS).unref()
        })
        if (over) return
        before = endOf(log)
        // What cannot even be begun (no memory, no handles) is tried again as well.
        const started = await again((one) => (attempted = one)).catch(() => null)
        if (started !== null) {
          server = started
          break
        }
        if (over) return
      }
      // Stopped while it came up.
      if (over) return stopOne(server)
      before = endOf(log)
      tell({ is: 'back' })
    }
  }
  const watching = watch()
  let stopping: Promise<void> | null = null
  const stop = async (): Promise<void> => {
    over = true
    wake()
    attempted?.kill('SIGINT')
    await stopOne(server)
    await watching
    process.off('exit', lastResort)
  }
  return () => (stopping ??= stop())
}

async function stopOne(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  server.ref()
  server.kill('SIGINT')
  const impatient = setTimeout(() => server.kill('SIGQUIT'), FAST_STOP_MS)
  await ended(server)
  clearTimeout(impatient)
}
