// Windows over one set of entries, never mixed: the training cycle, the five years back from a day, the school or calendar year.
// An entry belongs to a window by its last day, and to at most one cycle.

import { addDays, addYears, dayOf, isWithin, yearOf, type Day } from '../day.ts'
import type { Policy } from '../policy/policy.ts'
import { viewValue } from '../policy/value-on.ts'

export interface Window {
  /** The cycle's id; null for any other window. */
  readonly id: string | null
  readonly first: Day
  readonly last: Day
}

const CALENDAR = '01-01'

/** The policy's cycles, earliest first, as in force on any day (cycles are only ever added). */
export function cyclesOf(policy: Policy): Window[] {
  const listed = policy.settings.cycles.value ?? policy.settings.cycles.standIn ?? []
  return listed.map((c) => ({ id: c.id, first: c.first as Day, last: c.last as Day })).sort((a, b) => (a.first < b.first ? -1 : 1))
}

/** The cycle to show on a day: the one it lies in, else the latest begun, else the first; null where the pack knows none. */
export function cycleShownOn(policy: Policy, d: Day): Window | null {
  let shown: Window | null = null
  for (const c of cyclesOf(policy)) if (shown === null || c.first <= d) shown = c
  return shown
}

/** 近5年: back from a supervision day, that day included (2026-11-20 → 2021-11-21 through 2026-11-20). */
export const rollingFive = (d: Day): Window => ({ id: null, first: addDays(addYears(d, -5), 1), last: d })

/** The calendar year in which the school year of a day began; `start` is month and day ('07-01'). */
export const yearOfDay = (start: string, d: Day): number => (d.slice(5) < start ? yearOf(d) - 1 : yearOf(d))

/** The year beginning on `start` that the day lies in. */
export function yearWindow(start: string, d: Day): Window {
  const year = yearOfDay(start, d)
  const month = Number(start.slice(0, 2))
  const dayOfMonth = Number(start.slice(3, 5))
  const first = dayOf(year, month, dayOfMonth)
  const next = dayOf(year + 1, month, dayOfMonth)
  if (first === null || next === null) throw new RangeError(`not the first day of a year: ${start}`)
  return { id: null, first, last: addDays(next, -1) }
}

/** Month and day a year begins on: confirmed, else the stand-in that views use, else the calendar's. */
export const yearStartOn = (policy: Policy, d: Day): string => viewValue(policy.settings.yearStart, d) ?? CALENDAR

export const inWindow = (w: Window, d: Day): boolean => isWithin(d, w.first, w.last)
