import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, day, dayFromNumber, dayNumber, dayOf, daysInMonth, daysThrough, parseDay } from '../../src/domain/day.ts'

const anyDay = fc.integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2199-12-31')) }).map(dayFromNumber)

describe('a day', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '2026/01/01',
    '２０２６-01-01',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBe(null)
  })
  it('29 February exists in leap years only, also at the turn of centuries', () => {
    expect([1900, 2000, 2024, 2026, 2100].map((y) => daysInMonth(y, 2))).toEqual([28, 29, 29, 28, 28])
    expect(dayOf(2000, 2, 29)).toBe('2000-02-29')
    expect(() => day('2026-02-29')).toThrow(RangeError)
  })
  it('counts from 1970 and back, for every day there is', () => {
    expect([dayNumber(day('1970-01-01')), dayNumber(day('2000-03-01')), dayNumber(day('1969-12-31'))]).toEqual([0, 11017, -1])
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(dayFromNumber(dayNumber(d))).toBe(d)
        expect(parseDay(d)).toBe(d)
      }),
    )
  })
  it('agrees with the calendar of the machine', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(Date.parse(`${d}T00:00:00Z`) / 86_400_000).toBe(dayNumber(d))
      }),
    )
  })
  it('moves across months and years', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29')
    expect([daysThrough(day('2026-03-01'), day('2026-03-01')), daysThrough(day('2026-03-02'), day('2026-03-01'))]).toEqual([1, 0])
  })
  it('sorts as text as it does in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(dayNumber(a) < dayNumber(b))
      }),
    )
  })
})
