// A calendar day as the field writes it: 'YYYY-MM-DD', no time, no zone.
// Always a day that exists (2026-02-30 never becomes one); compares as text; counts in whole days
// from 1970-01-01 by the proleptic Gregorian calendar. Never a `Date`: that carries a zone and a clock.

export type Day = string & { readonly __day: true }

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days in the month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeap(year)) return 29
  return DAYS_IN_MONTH[month - 1] ?? 0
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** The day, or null where no such day exists (years 1900–2199). */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (!(year >= 1900 && year <= 2199) || !(month >= 1 && month <= 12)) return null
  if (!(day >= 1 && day <= daysInMonth(year, month))) return null
  return `${year}-${two(month)}-${two(day)}` as Day
}

/** Reads 'YYYY-MM-DD'; null for anything else, also for days that do not exist. */
export function parseDay(text: string): Day | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return m === null ? null : dayOf(Number(m[1]), Number(m[2]), Number(m[3]))
}

export const isDay = (text: string): text is Day => parseDay(text) !== null

/** A day known to be written rightly, in packs and tests; throws otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`not a day: ${text}`)
  return parsed
}

/** Read digit by digit: windows and paces ask for it by the hundred thousand. */
function digits(d: Day, from: number, to: number): number {
  let n = 0
  for (let i = from; i < to; i += 1) n = n * 10 + d.charCodeAt(i) - 48
  return n
}

export const yearOf = (d: Day): number => digits(d, 0, 4)
export const monthOf = (d: Day): number => digits(d, 5, 7)
export const dayOfMonth = (d: Day): number => digits(d, 8, 10)

/** Whole days since 1970-01-01 (Howard Hinnant's days_from_civil). */
export function dayNumber(d: Day): number {
  const month = monthOf(d)
  const y = month <= 2 ? yearOf(d) - 1 : yearOf(d)
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth(d) - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

/** The inverse of `dayNumber`. */
export function dayFromNumber(n: number): Day {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(doy - Math.floor((153 * mp + 2) / 5) + 1)}` as Day
}

export const addDays = (d: Day, days: number): Day => dayFromNumber(dayNumber(d) + days)

/** Days from the first through the last, both counted; 0 when the last comes before the first. */
export const daysThrough = (first: Day, last: Day): number => Math.max(0, dayNumber(last) - dayNumber(first) + 1)

/** The same month and day some years on; 29 February becomes 28 where there is none. */
export function addYears(d: Day, years: number): Day {
  const year = yearOf(d) + years
  const month = monthOf(d)
  return `${year}-${two(month)}-${two(Math.min(dayOfMonth(d), daysInMonth(year, month)))}` as Day
}

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)
export const isWithin = (d: Day, first: Day, last: Day): boolean => first <= d && d <= last
