// A table with thousands of faults: the screen is told of each kind the first hundred and how many more, the workbook holds every one.

import { describe, expect, it } from 'vitest'
import { errorsWorkbook } from '../../../src/server/import/errors-workbook.ts'
import { findingsTold, MOST_OF_A_KIND } from '../../../src/server/import/findings-told.ts'
import { finding, type Finding, type FindingCode } from '../../../src/server/import/reading.ts'
import { findingTold } from '../../../src/server/import/tell.ts'
import { readSheets } from '../../../src/server/sheets/read-sheets.ts'
import { sheetsIn } from './reading-samples.ts'

const HEADING = ['姓名', '手机号']
const many = (n: number, code: FindingCode, column: string): Finding[] =>
  Array.from({ length: n }, (_, i) => finding({ sheet: '花名册', row: i + 2, column }, code, String(i)))
const reading = (findings: readonly Finding[]) => ({
  sheet: '花名册',
  headingRow: 1,
  columns: HEADING.map((heading, index) => ({ index, heading, field: null, kept: true, samples: [] })),
  findings,
})
const sheetOf = (rows: number) => ({
  name: '花名册',
  merges: [],
  rows: [HEADING, ...Array.from({ length: rows }, (_, i) => ['', String(i)])].map((row) =>
    row.map((text) => (text === '' ? null : { kind: 'text' as const, text })),
  ),
})

describe('what was found in a table of twenty thousand wrong rows', () => {
  const found = [...many(20_000, 'name.empty', '姓名'), ...many(3, 'sex.unknown', '性别'), ...many(250, 'phone.not-mobile', '手机号')]

  it('is told in little: each kind with its first rows, none hidden by another, and the rest by number', () => {
    const told = findingsTold(found.map(findingTold))
    expect(told.findings).toHaveLength(MOST_OF_A_KIND + 3 + MOST_OF_A_KIND)
    expect(told.findings[0]?.row).toBe(2)
    expect(told.findingsLeft).toEqual([
      { severity: 'error', code: 'name.empty', n: 19_900 },
      { severity: 'warning', code: 'phone.not-mobile', n: 150 },
    ])
    expect(JSON.stringify(told).length).toBeLessThan(50_000)
  })

  it('stands whole in the workbook: wrong rows to mend with their reasons, the rest beside them', async () => {
    const bytes = await errorsWorkbook([sheetOf(400)], reading(found.filter((f) => f.row <= 401)))
    const [wrong, others] = sheetsIn(await readSheets(bytes ?? new Uint8Array(), '未导入.xlsx'))
    expect([wrong?.name, wrong?.rows.length, others?.name, others?.rows.length]).toEqual(['未导入', 401, '请核对和说明', 254])
    expect(others?.rows.slice(0, 2).map((row) => row.map((c) => c?.text))).toEqual([
      ['原行号', '列', '程度', '说明'],
      ['2', '性别', '请核对', '性别“0”认不出来，请填“男”或“女”；先按未知记。'],
    ])
  })

  it('stands in a workbook of its own where no row is wrong but there is too much to tell', async () => {
    const warnings = many(MOST_OF_A_KIND + 1, 'phone.not-mobile', '手机号')
    const bytes = await errorsWorkbook([sheetOf(200)], reading(warnings))
    expect(sheetsIn(await readSheets(bytes ?? new Uint8Array(), '要核对的.xlsx')).map((s) => [s.name, s.rows.length])).toEqual([
      ['请核对和说明', MOST_OF_A_KIND + 2],
    ])
    expect(await errorsWorkbook([sheetOf(200)], reading(warnings.slice(1)))).toBeNull()
  })
})
