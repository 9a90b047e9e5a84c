// ID numbers by GB 11643: one wrong digit is always found, and what is wrong is said without repeating the number.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber } from '../../../src/domain/day.ts'
import { checkDigit, readIdNumber } from '../../../src/server/import/id-number.ts'
import { TODAY } from './reading-samples.ts'

const read = (text: string, kind: 'text' | 'number' = 'text') => {
  const r = readIdNumber({ kind, text }, TODAY)
  return r.is === 'wrong' ? r.code : r.is === 'number' ? r.number : r.is
}
const anyNumber = fc.tuple(fc.integer({ min: -9000, max: 13000 }), fc.integer({ min: 0, max: 999 })).map(([born, order]) => {
  const first = `509900${dayFromNumber(born).replace(/-/g, '')}${String(order).padStart(3, '0')}`
  return first + checkDigit(first)
})

describe('an ID number in a roster', () => {
  it('a right one is taken, also with blanks, full-width digits and a small x', () => {
    expect(read('50990019950824410X')).toBe('50990019950824410X')
    expect(read(' 509900 19950824 410x ')).toBe('50990019950824410X')
    expect(read('５０９９００１９９５０８２４４１０Ｘ')).toBe('50990019950824410X')
    expect(read("'50990019950824410X")).toBe('50990019950824410X')
  })

  it.each([
    ['509900197802195111', 'id.check-digit'],
    ['509900780219511', 'id.fifteen-digits'],
    ['50990019780219511', 'id.wrong-length'],
    ['E12345678', 'id.other-document'],
    ['5.09900197802195E+17', 'id.digits-lost'],
    ['无', 'nothing'],
  ])('“%s” is %s', (text, want) => {
    expect(read(text)).toBe(want)
  })

  it('one that a spreadsheet kept as a number has lost its last places', () => {
    expect(read('509900197912129500', 'number')).toBe('id.digits-lost')
  })

  it('a birthday that does not exist, or lies ahead, is found though the check digit is right', () => {
    for (const born of ['19780230', '20991201']) {
      const first = `509900${born}123`
      expect(read(first + checkDigit(first))).toBe('id.no-such-birthday')
    }
  })

  it('any right number is taken, and any one digit changed is found', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        expect(read(number)).toBe(number)
        const other = `${number.slice(0, place)}${(Number(number[place]) + step) % 10}${number.slice(place + 1)}`
        // A digit changed so that three noughts stand at the end looks like what a spreadsheet does to a number.
        expect(read(other)).toBe(/000$/.test(other) ? 'id.digits-lost' : 'id.check-digit')
      }),
    )
  })
})
