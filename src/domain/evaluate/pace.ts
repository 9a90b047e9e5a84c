// Time within a window: the even-pace mark (按时间均摊, 仅供参考, a reference and no demand) and the forecast of what is
// still needed per year and per term. Whole days and tenths only; pauses count on neither side.

import { addDays, earlier, later, type Day } from '../day.ts'
import { scaleHalfUp, type Tenths } from '../hours.ts'
import { activeDays, type PauseDays } from './paused.ts'
import type { Window } from './window.ts'

const YEAR = 365
const TERM = 182

/** required × active days so far ÷ active days of the window, half up to a tenth. */
export function evenPace(required: Tenths, window: Window, asOf: Day, pauses: readonly PauseDays[]): Tenths {
  const until = earlier(asOf, window.last)
  const whole = activeDays(pauses, window.first, window.last, until)
  if (whole <= 0 || until < window.first) return 0 as Tenths
  return scaleHalfUp(required, activeDays(pauses, window.first, until, until), whole) as Tenths
}

/** Days left after the day asked, less pauses already known. */
export function daysLeft(window: Window, asOf: Day, pauses: readonly PauseDays[]): number {
  const from = later(addDays(asOf, 1), window.first)
  return from > window.last ? 0 : activeDays(pauses, from, window.last, asOf)
}

export interface Forecast {
  readonly daysLeft: number
  /** Tenths needed per year and per term (half a year) from here on, rounded up; all of it where less time is left; null where none is. */
  readonly perYear: Tenths | null
  readonly perTerm: Tenths | null
  readonly perTermAfterPending: Tenths | null
}

function per(short: number, days: number, unit: number): Tenths | null {
  if (short <= 0) return 0 as Tenths
  if (days <= 0) return null
  return (days <= unit ? short : Math.ceil((short * unit) / days)) as Tenths
}

export const forecast = (short: Tenths, shortAfterPending: Tenths, left: number): Forecast => ({
  daysLeft: left,
  perYear: per(short, left, YEAR),
  perTerm: per(short, left, TERM),
  perTermAfterPending: per(shortAfterPending, left, TERM),
})

/** True when more than `rate` tenths a year are still needed. */
export const needsMoreThan = (rate: Tenths, short: Tenths, left: number): boolean => short * YEAR > rate * left

/** True once `share` (thousandths) of the window's active days is over. */
export function isPast(share: number, window: Window, asOf: Day, pauses: readonly PauseDays[]): boolean {
  const until = earlier(asOf, window.last)
  if (until < window.first) return false
  return activeDays(pauses, window.first, until, until) * 1000 >= share * activeDays(pauses, window.first, window.last, until)
}
