// Days as people write them in rosters: read the same whatever the shape, or said to be unreadable; never silently wrong.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber, day } from '../../../src/domain/day.ts'
import { chineseNumber, daysIn, readDay } from '../../../src/server/import/read-day.ts'

const read = (text: string, kind: 'text' | 'number' | 'day' = 'text') => {
  const r = readDay({ kind, text })
  return r.is === 'day' ? `${r.given.day} ${r.given.precise}` : r.is
}
const noteOf = (text: string) => {
  const r = readDay({ kind: 'text', text })
  return r.is === 'day' ? r.note : null
}

describe('a day in a roster', () => {
  it.each([
    ['2019-08-01', '2019-08-01 day'],
    ['2019/8/1', '2019-08-01 day'],
    ['2019.8.1', '2019-08-01 day'],
    ['2013年9月1日', '2013-09-01 day'],
    ['2013年9月1号', '2013-09-01 day'],
    ['20150901', '2015-09-01 day'],
    ['2019-08-01 00:00:00', '2019-08-01 day'],
    ['２０１９／８／１', '2019-08-01 day'],
    ['2015-09', '2015-09-01 month'],
    ['2013.9', '2013-09-01 month'],
    ['2013.09', '2013-09-01 month'],
    ['2013.10', '2013-10-01 month'],
    ['201509', '2015-09-01 month'],
    ['2026年8月', '2026-08-01 month'],
    ['2026年8月份', '2026-08-01 month'],
    ['2015-09-00', '2015-09-01 month'],
    ['二〇一五年九月', '2015-09-01 month'],
    ['二○一五年十二月二十三日', '2015-12-23 day'],
    ['二零零八年十月', '2008-10-01 month'],
    ['2015年九月', '2015-09-01 month'],
    [' 2013. 9 ', '2013-09-01 month'],
    ['43678', '2019-08-01 day'],
    ['2015', 'year-only'],
    ['2015年', 'year-only'],
    ['2026-02-30', 'unreadable'],
    ['2015-13', 'unreadable'],
    ['98.9', 'unreadable'],
    ['9/1/2015', 'unreadable'],
    ['1015-09-01', 'unreadable'],
    ['去年九月', 'unreadable'],
    ['十五年九月', 'unreadable'],
    ['—', 'nothing'],
    ['无', 'nothing'],
    ['至今', 'nothing'],
  ])('“%s” is %s', (text, want) => {
    expect(read(text)).toBe(want)
  })

  it('a number that lost its last zero (2013.10 kept as 2013.1) is read as January with a warning', () => {
    expect(read('2013.1', 'number')).toBe('2013-01-01 month')
    expect(noteOf('2013.1')).toBe('date.january-or-october')
    expect(noteOf('2013.01')).toBeNull()
    expect(noteOf('2013.11')).toBeNull()
  })

  it('numerals in words and serial numbers are read and said so', () => {
    expect(noteOf('二〇一五年九月')).toBe('date.chinese-numerals')
    expect(noteOf('43678')).toBe('date.serial-number')
    expect(noteOf('2015年9月')).toBeNull()
  })

  it('every day from 1940 to 2099 is read the same from every shape', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(day('1940-01-01')), max: dayNumber(day('2099-12-31')) }), (n) => {
        const d = dayFromNumber(n)
        const [y, m, dd] = d.split('-').map(Number)
        const shapes = [
          d,
          `${y}/${m}/${dd}`,
          `${y}.${m}.${dd}`,
          `${y}年${m}月${dd}日`,
          d.replace(/-/g, ''),
          `${d}T00:00:00.000Z`,
          `${n + 25569}`,
        ]
        for (const shape of shapes) expect(read(shape)).toBe(`${d} day`)
        expect(read(`${y}年${m}月`)).toBe(`${d.slice(0, 7)}-01 month`)
      }),
    )
  })

  it('nothing a person types makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        ['nothing', 'day', 'year-only', 'unreadable'].includes(readDay({ kind: 'text', text }).is),
      ),
    )
  })

  it('numerals in words', () => {
    expect(['十', '十一', '二十', '三十一', '廿三', '二〇二六', '九', '丙'].map(chineseNumber)).toEqual([10, 11, 20, 31, 23, 2026, 9, null])
  })

  it('days inside a phrase are found in order', () => {
    expect(daysIn('产假(2026年3月1日至2026年8月31日)').map((d) => d.day)).toEqual(['2026-03-01', '2026-08-31'])
    expect(daysIn('2026年9月退休').map((d) => d.precise)).toEqual(['month'])
    expect(daysIn('产假')).toEqual([])
  })
})
