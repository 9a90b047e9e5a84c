// How workbooks look: columns wide enough for what is in them, hours under each other to the tenth, all columns on one sheet of A4.
import { describe, expect, it } from 'vitest'
import type { Tenths } from '../../src/domain/hours.ts'
import {
  columnFormats,
  columnWidths,
  headingText,
  heightAbove,
  isOfNumbers,
  pageOf,
  printedOn,
  rowHeight,
  shownNumber,
  textWidth,
} from '../../src/wire/sheet-shape.ts'

describe('the columns of a workbook', () => {
  const rows = [
    [1, '覃丽莎', 12.5, 3, 0.75],
    [2, '欧阳雪梅(曾用名:欧阳梅)', 8, 12, 1],
    [null, '合计', 20.5, 15, null],
  ]
  it('are as wide as their longest cell, never wider than can be read, and as told where told', () => {
    expect(textWidth('覃丽莎 1')).toBe(8)
    const widths = columnWidths(['序号', '姓名', '认定学时', '次数', '每百人'], rows, [6])
    expect(widths[0]).toBe(6)
    expect(widths[1]).toBeGreaterThanOrEqual(textWidth('欧阳雪梅(曾用名:欧阳梅)'))
    expect(columnWidths(['x'], [['长'.repeat(200)]])).toEqual([44])
  })
  it('show one place in every number where any has one, and none where all are whole', () => {
    expect(columnFormats(5, rows)).toEqual(['0', '0', '0.0', '0', '0.00'])
  })
  it('show hours always to the tenth, also where all are whole or none is, and days as dates that can be reckoned with', () => {
    expect(shownNumber({ tenths: 430 as Tenths }, '0')).toEqual({ value: 43, format: '0.0' })
    expect(shownNumber({ tenths: 0 as Tenths }, '0')).toEqual({ value: 0, format: '0.0' })
    expect(shownNumber({ day: '2026-09-01' }, '0')).toEqual({ value: 46266, format: 'yyyy"年"m"月"d"日"' })
    expect(shownNumber({ day: '不详' }, '0')).toBe('不详')
    expect(shownNumber(38, '0')).toEqual({ value: 38, format: '0' })
    expect(
      columnFormats(2, [
        [{ tenths: 5 as Tenths }, 1],
        [{ tenths: 10 as Tenths }, 2],
      ]),
    ).toEqual(['0', '0'])
    expect(columnWidths(['日期', '学时'], [[{ day: '2026-09-01' }, { tenths: 12_345 as Tenths }]])).toEqual([
      textWidth('2026年12月31日') + 3,
      9,
    ])
  })
  it('have a long heading over numbers on two lines, and lines above them over the whole width, as high as they need', () => {
    expect(columnWidths(['待学校审（条）', '待学校审（条）', '其中期初待核实'], [[12, '十二', 3]])).toEqual([11, 17, 11])
    expect(['待学校审（条）', '其中期初待核实'].map((h) => headingText(h, true))).toEqual(['待学校审\n（条）', '其中期初待核实'])
    expect(
      [0, 1, 2].map((at) =>
        isOfNumbers(
          [
            [null, '', { tenths: 5 as Tenths }],
            [3, '语文', null],
          ],
          at,
        ),
      ),
    ).toEqual([true, false, true])
    expect(heightAbove('某校教师学时公示表', [6, 16, 14])).toBeUndefined()
    expect(heightAbove('公示期：对本人学时有异议的，请在公示期内向学校师训专干提出。', [6, 16, 14])).toBe(28)
    expect([
      rowHeight(['覃丽莎', 3, null], [11, 6, 6]),
      rowHeight(['覃丽莎', '第 2 行:姓名:没有这个人\n第 3 行:学时:读不出'], [11, 30]),
    ]).toEqual([undefined, 28])
  })
  it('keep a row on one line where its words just fit their columns', () => {
    expect(rowHeight([4, '跨学科主题学习教研', '2026年9月10日–9月24日', '校本 · 校本研修'], [6, 36, 26, 16])).toBeUndefined()
    expect(rowHeight(['校本 · 校本研修与联片'], [16])).toBe(28)
    expect(rowHeight(['WWWWWWWWWWWW'], [14])).toBe(28)
  })
  it('lie on their side where they are many, and smaller only where they must', () => {
    expect(pageOf([6, 20, 20])).toEqual({ orientation: 'portrait', scale: 100 })
    expect(pageOf([6, 40, 50])).toEqual({ orientation: 'portrait', scale: 87 })
    expect(pageOf([6, 40, 40, 30])).toEqual({ orientation: 'landscape', scale: 100 })
    expect(pageOf(Array.from({ length: 15 }, () => 14)).scale).toBe(59)
    const { transformElementAttributes } = printedOn([{ scale: 59 }]).files.transform['xl/worksheets/sheet{id}.xml']
    expect(transformElementAttributes('pageSetup', { paperSize: 9 }, undefined, null, { sheetIndex: 0 })).toEqual({
      paperSize: 9,
      scale: 59,
    })
    expect(transformElementAttributes('col', { width: 3 }, undefined, null, { sheetIndex: 0 })).toEqual({ width: 3 })
  })
})
