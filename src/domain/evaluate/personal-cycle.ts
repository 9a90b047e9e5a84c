// A teacher's own cycles: the pack's, moved by pauses where the district has confirmed that pauses extend them.
// They stay disjoint (the next begins where the extended one ends), so an entry counts in at most one.

import { addDays, later, type Day } from '../day.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn } from '../policy/value-on.ts'
import { extendedLast, type PauseDays } from './paused.ts'
import { cyclesOf, inWindow, type Window } from './window.ts'

/** The cycles with every one extended by its own ended pauses. */
function extendedCycles(cycles: readonly Window[], pauses: readonly PauseDays[]): Window[] {
  const out: Window[] = []
  let end: Day | null = null
  for (const c of cycles) {
    const first: Day = end === null ? c.first : later(c.first, addDays(end, 1))
    const last: Day = extendedLast(pauses, first, c.last)
    if (first > last) continue
    out.push({ id: c.id, first, last })
    end = last
  }
  return out
}

/** Whether pauses extend a cycle, as confirmed on a day; null while it is to be confirmed. */
export const pausesExtend = (policy: Policy, d: Day): boolean | null => {
  const value = valueOn(policy.settings.pauseExtends, d)
  return value === null ? null : value === 'extends'
}

/** The cycles of a teacher as far as they are decided (an open question leaves the pack's own days). */
export function personalCycles(policy: Policy, pauses: readonly PauseDays[]): Window[] {
  const cycles = cyclesOf(policy)
  return cycles.some((c) => pausesExtend(policy, c.last) === true) && pauses.length > 0 ? extendedCycles(cycles, pauses) : cycles
}

/** What the cycles would be if the open question were answered with "extends"; null where nothing is open or nothing moves. */
export function cyclesIfExtended(policy: Policy, pauses: readonly PauseDays[]): Window[] | null {
  if (!pauses.some((p) => p.from !== null && p.to !== null)) return null
  const cycles = cyclesOf(policy)
  if (!cycles.some((c) => pausesExtend(policy, c.last) === null)) return null
  const moved = extendedCycles(cycles, pauses)
  return moved.some((c, k) => c.last !== cycles[k]?.last) ? moved : null
}

/** The cycle to show on a day: the one it lies in, else the latest begun, else the first. */
export function shownOn(cycles: readonly Window[], d: Day): Window | null {
  let shown: Window | null = null
  for (const c of cycles) {
    if (inWindow(c, d)) return c
    if (shown === null || c.first <= d) shown = c
  }
  return shown
}
