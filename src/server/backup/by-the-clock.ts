// Waiting for a minute of the wall clock on a machine whose clock is set, or that sleeps: a timer alone would be off by as much. Looks
// at the clock every few minutes, and waits never longer than was asked, however far a clock falls back.

import type { Clock } from '../clock.ts'

export type Later = (ms: number, work: () => void) => () => void

const LOOK_MS = 5 * 60_000

export const laterByTheClock =
  (clock: Clock, timer: Later): Later =>
  (ms, work) => {
    const due = clock() + ms
    let left = ms
    let cancel: () => void = () => undefined
    const look = (): void => {
      if (left <= 0 || clock() >= due) return work()
      const step = Math.min(left, LOOK_MS, due - clock())
      left -= step
      cancel = timer(step, look)
    }
    look()
    return () => cancel()
  }
