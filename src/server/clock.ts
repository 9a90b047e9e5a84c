// The server's day and minute, as the district's wall clocks show them (China has one zone, without summer time).
// The moment itself is an argument everywhere; only main.ts reads the real clock.

import { dayFromNumber, type Day } from '../domain/day.ts'

/** Milliseconds since 1970, as `Date.now()` gives them. */
export type Clock = () => number

const ZONE_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

const two = (n: number): string => String(n).padStart(2, '0')

export interface Moment {
  readonly day: Day
  /** 'HH:MM' */
  readonly minute: string
}

export function momentOf(ms: number): Moment {
  const local = ms + ZONE_MS
  const minutes = Math.floor((local % DAY_MS) / 60_000)
  return { day: dayFromNumber(Math.floor(local / DAY_MS)), minute: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}
