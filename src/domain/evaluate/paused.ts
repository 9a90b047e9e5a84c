// Pauses (暂停) as days: overlapping ones count once, one without a first day counts none and makes the teacher 待核实,
// one still open lasts through the day asked. Pauses move the even-pace mark; whether they extend a cycle is the pack's.

import { addDays, dayNumber, daysThrough, earlier, later, type Day } from '../day.ts'

export interface PauseDays {
  readonly from: Day | null
  readonly to: Day | null
}

/** Days of [first, last] that lie in a dated pause; an open pause is taken to last through `openUntil`. */
export function pausedDays(pauses: readonly PauseDays[], first: Day, last: Day, openUntil: Day): number {
  const spans: [number, number][] = []
  for (const p of pauses) {
    if (p.from === null) continue
    const from = later(p.from, first)
    const to = earlier(p.to ?? openUntil, last)
    if (from <= to) spans.push([dayNumber(from), dayNumber(to)])
  }
  spans.sort((a, b) => a[0] - b[0])
  let days = 0
  let through = -1_000_000
  for (const [from, to] of spans) {
    days += Math.max(0, to - Math.max(from, through + 1) + 1)
    through = Math.max(through, to)
  }
  return days
}

/** The last day of a window that pauses extend: by the days of those that have ended (an open one has no length yet). */
export function extendedLast(pauses: readonly PauseDays[], first: Day, last: Day): Day {
  const closed = pauses.filter((p) => p.from !== null && p.to !== null)
  return addDays(last, pausedDays(closed, first, last, last))
}

export const hasUndated = (pauses: readonly PauseDays[]): boolean => pauses.some((p) => p.from === null)

/** Days of a window that are neither paused nor (for 按在岗时间 only) before the person began. */
export const activeDays = (pauses: readonly PauseDays[], first: Day, last: Day, openUntil: Day): number =>
  daysThrough(first, last) - (first <= last ? pausedDays(pauses, first, last, openUntil) : 0)
