// How workbooks look: columns wide enough for what is in them, hours under each other to the tenth, all columns on one sheet of A4.
import { describe, expect, it } from 'vitest'
import { columnFormats, columnWidths, pageOf, printedOn, textWidth } from '../../src/wire/sheet-shape.ts'

describe('the columns of a workbook', () => {
  const rows = [[1, '覃丽莎', 12.5, 3, 0.75], [2, '欧阳雪梅(曾用名:欧阳梅)', 8, 12, 1], [null, '合计', 20.5, 15, null]]
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
  it('lie on their side where they are many, and smaller only where they must', () => {
    expect(pageOf([6, 20, 20])).toEqual({ orientation: 'portrait', scale: 100 })
    expect(pageOf([6, 40, 40, 30])).toEqual({ orientation: 'landscape', scale: 100 })
    expect(pageOf(Array.from({ length: 15 }, () => 14)).scale).toBe(59)
    const { transformElementAttributes } = printedOn([{ scale: 59 }]).files.transform['xl/worksheets/sheet{id}.xml']
    expect(transformElementAttributes('pageSetup', { paperSize: 9 }, undefined, null, { sheetIndex: 0 })).toEqual({ paperSize: 9, scale: 59 })
    expect(transformElementAttributes('col', { width: 3 }, undefined, null, { sheetIndex: 0 })).toEqual({ width: 3 })
  })
})
