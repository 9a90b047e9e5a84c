// How a cell of 出勤率 is read: what people write, what cannot be, and that nothing is rounded up over a requirement.

import { describe, expect, test } from 'vitest'
import { percentOf, readShare, shareInWords } from '../../../src/server/import/entries/read-share.ts'

const read = (text: string | null) => {
  const share = readShare(text)
  return share.is === 'share' ? share.thousandths : share.is === 'nothing' ? null : share.code
}

describe('a cell of 出勤率', () => {
  test.each([
    ['85%', 850],
    ['85％', 850],
    [' 85.5 %', 855],
    ['0.85', 850],
    ['85', 850],
    ['100', 1000],
    ['17/20', 850],
    ['17/20次', 850],
    ['20/20 节', 1000],
    ['0', 0],
    ['0%', 0],
    ['全勤', 1000],
    ['0.28999999999999998', 290],
  ])('“%s” is read as what it says', (text, thousandths) => {
    expect(read(text)).toBe(thousandths)
  })
  test('a bare 1 is all of it, 1% is one in a hundred', () => {
    expect([read('1'), read('1.0'), read('1%'), read('2')]).toEqual([1000, 1000, 10, 20])
  })
  test('an empty cell says nothing', () => {
    expect(read(null)).toBeNull()
  })
  test('nothing is rounded up over a requirement', () => {
    expect([read('79.96%'), read('2/3'), read('0.7999')]).toEqual([799, 666, 799])
  })
  test.each(['120%', '101', '21/20'])('“%s” is more than can be', (text) => {
    expect(read(text)).toBe('share.over-whole')
  })
  test.each(['1.05', '-5%', '较好', '17/0', '八成', '2026-03-05'])('“%s” cannot be read and is asked back', (text) => {
    expect(read(text)).toBe('share.unreadable')
  })
  test.each([
    ['85%', 850],
    ['出勤率：85.5％', 855],
    ['出勤 17/20 次', 850],
    ['实到17/20', 850],
    ['0.85', 850],
    ['全勤', 1000],
  ])('“%s” is a share also where words are written', (text, thousandths) => {
    expect(shareInWords(text)).toBe(thousandths)
  })
  test.each(['18', '1', '缺勤 2/20', '迟到2次', '良好', '120%', '2026/3/5', '正常', null])(
    '“%s” among words is none, and nobody is asked',
    (text) => {
      expect(shareInWords(text)).toBeNull()
    },
  )
  test('is said again as people write it', () => {
    expect([percentOf(850), percentOf(666), percentOf(1000)]).toEqual(['85%', '66.6%', '100%'])
  })
})
