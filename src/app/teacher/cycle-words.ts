// The cycle card's sentences from a reading: the forecast, and both outcomes of what the district has not decided.

import type { Reading } from '../../domain/evaluate/reading.ts'
import { formatTenths, type Tenths } from '../../domain/hours.ts'
import { teacher } from '../text/teacher.ts'

const words = teacher.cycle
/** Whole hours, rounded up: about so many is what is said, wherever it is said. */
export const perTerm = (n: Tenths | null): string | null => (n === null ? null : String(Math.ceil(n / 10)))

export function forecastWords(reading: Reading): string {
  if (reading.required === null) return ''
  if (reading.state === 'met') return words.met(formatTenths(reading.required))
  if (reading.asOf >= reading.window.last) return `${words.missing(formatTenths(reading.short), null)}${words.ended}`
  const next =
    reading.totals.pending > 0
      ? words.afterPending(formatTenths(reading.shortAfterPending), perTerm(reading.forecast.perTermAfterPending))
      : words.missing(formatTenths(reading.short), perTerm(reading.forecast.perTerm))
  return `${next}${reading.state === 'concern' ? words.concern : ''}${words.reference}`
}

/** Empty where nothing is open. */
export function outcomesOf(reading: Reading): string[] {
  const { ifByTime, ifExtended, required, short, window } = reading
  const lines: string[] = []
  if (required === null || reading.state === 'met') return lines
  if (ifByTime !== null) {
    lines.push(
      words.whole(formatTenths(required), formatTenths(short)),
      words.byTime(formatTenths(ifByTime.required), formatTenths(ifByTime.short)),
    )
  }
  if (ifExtended !== null) {
    lines.push(words.notExtended(window.last, formatTenths(short)), words.extended(ifExtended.last, formatTenths(ifExtended.short)))
  }
  return lines
}
