// The phone's clock and randomness as arguments, so that tests and a simulation can hold them.
// What the wall clock says is a claim: it numbers, names and shows, but never orders anything.

import { dayOf, type Day } from '../domain/day.ts'

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number
  /** Minutes that local time is ahead of UTC at that moment (重庆: 480). */
  zone(): number
}

/** Fills the bytes with randomness good enough for keys. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => void

export const systemClock: Clock = { now: () => Date.now(), zone: () => -new Date().getTimezoneOffset() }
export const systemRandom: Random = (bytes) => {
  crypto.getRandomValues(bytes)
}

/** The phone's local wall clock, 'YYYY-MM-DDTHH:MM:SS'. */
export const wallClock = (clock: Clock): string => new Date(clock.now() + clock.zone() * 60_000).toISOString().slice(0, 19)

/** The phone's own day; a clock beyond 1900–2199 is no clock at all. */
export function todayOf(clock: Clock): Day {
  const text = wallClock(clock)
  const day = dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  if (day === null) throw new RangeError(`clock out of range: ${text}`)
  return day
}
