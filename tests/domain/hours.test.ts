import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addHours,
  formatFixed,
  formatTenths,
  leastHours,
  lessHours,
  parseCredits,
  parseHours,
  scaleHalfUp,
  tenths,
} from '../../src/domain/hours.ts'

describe('hours', () => {
  it('are read as people write them', () => {
    expect(['4', '4.5', '12.0', ' 8 ', '0', '360'].map(parseHours)).toEqual([40, 45, 120, 80, 0, 3600])
    expect(parseCredits('1.5')).toBe(15)
  })
  it.each(['-1', '+4', '4.25', '1e3', '.5', '4.', '4,5', '４', '', 'NaN', '1234567', '0x10', '4 5'])('%j are none', (text) => {
    expect(parseHours(text)).toBe(null)
  })
  it('are written so that reading gives the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (n) => {
        expect(parseHours(formatTenths(tenths(n)))).toBe(n)
        expect(parseHours(formatFixed(tenths(n)))).toBe(n)
      }),
    )
    expect([45, 40, -6, 0, -40].map((n) => formatTenths(tenths(n)))).toEqual(['4.5', '4', '-0.6', '0', '-4'])
    expect(formatFixed(tenths(40))).toBe('4.0')
  })
  it('add up exactly where floats would not', () => {
    const [a, b] = [parseHours('0.1'), parseHours('0.2')]
    if (a === null || b === null) throw new Error('unread')
    expect(formatTenths(addHours(a, b))).toBe('0.3')
    expect(formatTenths(lessHours(a, b))).toBe('-0.1')
    expect(leastHours(a, b)).toBe(a)
    expect(() => tenths(0.5)).toThrow(RangeError)
  })
  it('convert by a share rounded half up to a tenth', () => {
    expect([scaleHalfUp(5, 1, 2), scaleHalfUp(4, 1, 3), scaleHalfUp(10, 2, 3), scaleHalfUp(0, 1, 3)]).toEqual([3, 1, 7, 0])
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100), fc.integer({ min: 1, max: 100 }), (a, num, den) => {
        expect(Math.abs(scaleHalfUp(a, num, den) * den - a * num) * 2).toBeLessThanOrEqual(den)
      }),
    )
  })
})
