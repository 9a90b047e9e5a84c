// The rows of a workbook, as phone and server write them alike.
import { describe, expect, it } from 'vitest'
import type { Tenths } from '../../src/domain/hours.ts'
import { sheetLook, sheetRows } from '../../src/wire/sheet-rows.ts'

const hours = (tenths: number): { tenths: Tenths } => ({ tenths: tenths as Tenths })
const sheet = {
  name: '汇总',
  above: ['雾灯小学', '数据截至 2026年3月10日'],
  heading: ['姓名', '学时'],
  rows: [
    ['=1+1', hours(45)],
    ['合计', null],
  ],
  sum: true,
}
const rows = sheetRows(sheet, [20, 8])

describe('a sheet', () => {
  it('has its titles over the whole table, the first in bold, and stays in sight down to its heading', () => {
    expect(rows.slice(0, 2).map(([title, beside]) => [title?.columnSpan, title?.fontWeight, beside])).toEqual([
      [2, 'bold', null],
      [2, undefined, null],
    ])
    expect(sheetLook(sheet, [20, 8])).toEqual({ columns: [{ width: 20 }, { width: 8 }], orientation: 'portrait', stickyRowsCount: 3 })
  })
  it('runs no formula that somebody typed, and writes hours as numbers under a heading on the right', () => {
    const [name, amount] = rows[3] ?? []
    expect(String(name?.value).startsWith('=')).toBe(false)
    expect(amount).toMatchObject({ type: Number, value: 4.5, format: '0.0' })
    expect(rows[2]?.map((cell) => cell?.align)).toEqual(['left', 'right'])
  })
  it('has its sum in bold and nothing in a blank cell', () => {
    expect(rows[4]?.map((cell) => cell?.fontWeight ?? null)).toEqual(['bold', null])
    expect(sheetRows({ ...sheet, sum: false }, [20, 8])[4]?.[0]?.fontWeight).toBeUndefined()
  })
  it('makes a row as high as what stands in it', () => {
    const long = sheetRows({ ...sheet, rows: [[null, '很长的一句话'.repeat(6)]] }, [20, 12])
    expect(long[3]?.[1]?.height).toBeGreaterThan(14)
    expect(rows[3]?.[0]?.height).toBeUndefined()
  })
})
