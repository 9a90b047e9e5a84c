// Finding the roster in a workbook: headings in every dress, rows that are nobody, columns the person has to name.

import { describe, expect, it } from 'vitest'
import { fieldOf } from '../../../src/server/import/fields.ts'
import { readRoster } from '../../../src/server/import/read-roster.ts'
import type { Sheet } from '../../../src/server/sheets/sheet.ts'
import { asRoster, readTyped, sheetOf, TODAY } from './reading-samples.ts'

const options = { today: TODAY, schoolGiven: '2150900001' }

describe('the headings of a roster', () => {
  it.each([
    ['姓  名', 'name'],
    ['*姓名', 'name'],
    ['姓名(必填)', 'name'],
    ['姓名（必填）', 'name'],
    ['学校\n标识码', 'school-code'],
    ['学校（机构）标识码', 'school-code'],
    ['身份证件号码', 'id-number'],
    ['手 机', 'phone'],
    ['参加工作时间（年/月）', 'worked-since'],
    ['进入本园时间', 'joined'],
    ['来校工作年月', 'joined'],
    ['职工号', 'staff-number'],
    ['是否在编', 'employment'],
    ['毕业学校', 'not-needed'],
    ['身份证件类型', 'not-needed'],
    ['骨干教师级别', 'backbone'],
    ['早餐', null],
  ])('“%s” means %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field)
  })

  it('are found under a title, with totals, notes, repeated headings and example rows left out and named', () => {
    const reading = readTyped([
      ['某校花名册', null, null],
      [null, null, null],
      ['序号', '姓名', '性别'],
      ['例', '张三', '男'],
      [1, '甲', '男'],
      [2, '乙', '女'],
      ['序号', '姓名', '性别'],
      [3, '丙', '女'],
      [4, null, null],
      ['合计', '3人', null],
      ['填表人:丁', null, null],
    ])
    expect(reading.rows.map((r) => [r.row, r.name])).toEqual([
      [5, '甲'],
      [6, '乙'],
      [8, '丙'],
    ])
    expect(reading.ignored.map((i) => [i.row, i.what])).toEqual([
      [1, 'title-row'],
      [4, 'example-row'],
      [7, 'repeated-heading'],
      [10, 'total-row'],
      [11, 'note-row'],
    ])
  })

  it('may take two rows, with joined cells', () => {
    const sheet: Sheet = {
      ...sheetOf([
        ['姓名', '时间', null, '手机'],
        [null, '参加工作', '进入本校时间', null],
        ['甲', '2001-08', '2019-02', '13800001001'],
      ]),
      merges: [
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 1, bottom: 0, right: 2 },
        { top: 0, left: 3, bottom: 1, right: 3 },
      ],
    }
    const reading = asRoster(readRoster([sheet], options))
    expect(reading.rows).toMatchObject([{ row: 3, name: '甲', joined: { day: '2019-02-01' }, phone: '13800001001' }])
  })

  it('a school written once in a tall joined cell holds for all its people', () => {
    const sheet: Sheet = {
      ...sheetOf([
        ['学校', '姓名', '性别'],
        ['江岸小学', '甲', '男'],
        [null, '乙', '女'],
      ]),
      merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
    }
    expect(asRoster(readRoster([sheet], { today: TODAY, schoolGiven: null })).rows.map((r) => r.schoolName)).toEqual([
      '江岸小学',
      '江岸小学',
    ])
  })

  it('unknown columns are listed with samples, masked, and read once a person has said what they are', () => {
    const rows = [
      ['姓名', '性别', '联络码', '证号'],
      ['甲', '男', '13800001001', '50990019950824410X'],
    ]
    const first = readTyped(rows)
    expect(first.columns.filter((c) => c.field === null).map((c) => [c.heading, c.samples])).toEqual([
      ['联络码', ['13800001001']],
      ['证号', ['…410X']],
    ])
    const second = readTyped(rows, { mapping: { 2: 'phone', 1: 'ignore' } })
    expect(second.rows[0]).toMatchObject({ phone: '13800001001', sex: null })
  })

  it('a table without a name column is refused, and read once a person points at it', () => {
    const sheet = sheetOf([
      ['谁', '性别', '手机'],
      ['甲', '男', '13800001001'],
    ])
    expect(readRoster([sheet], options)).toMatchObject({ is: 'not-a-roster', code: 'roster.no-name-column', headingRow: 1 })
    expect(asRoster(readRoster([sheet], { ...options, mapping: { 0: 'name' } })).rows[0]?.name).toBe('甲')
    expect(
      readRoster(
        [
          sheetOf([
            ['随便', '写写'],
            ['a', 'b'],
          ]),
        ],
        options,
      ),
    ).toMatchObject({ code: 'roster.no-name-column' })
    expect(readRoster([sheetOf([['姓名', '性别']])], options)).toMatchObject({ code: 'roster.nobody' })
  })

  it('two columns for one thing: the first is used, the other listed', () => {
    const reading = readTyped([
      ['姓名', '手机', '联系电话'],
      ['甲', '13800001001', '13800001002'],
    ])
    expect(reading.rows[0]?.phone).toBe('13800001001')
    expect(reading.columns[2]).toMatchObject({ heading: '联系电话', field: null })
  })

  it('a second roster in the workbook is pointed out, and read when chosen', () => {
    const sheets = [
      sheetOf(
        [
          ['姓名', '性别'],
          ['甲', '男'],
          ['乙', '女'],
        ],
        '一校',
      ),
      sheetOf(
        [
          ['姓名', '性别'],
          ['丙', '男'],
        ],
        '二校',
      ),
    ]
    expect(asRoster(readRoster(sheets, options)).findings).toMatchObject([{ code: 'sheet.another-roster', value: '二校' }])
    expect(asRoster(readRoster(sheets, { ...options, sheet: '二校' })).rows.map((r) => r.name)).toEqual(['丙'])
  })

  it('people without any school are an error said once; people of another school than the chosen one, in each row', () => {
    const nowhere = readTyped(
      [
        ['姓名', '性别'],
        ['甲', '男'],
        ['乙', '女'],
      ],
      { schoolGiven: null },
    )
    expect(nowhere.findings.map((f) => [f.row, f.code])).toEqual([[1, 'school.not-given']])
    expect(nowhere.rows.every((r) => r.hasError)).toBe(true)
    expect(
      readTyped([
        ['姓名', '性别', '学校代码'],
        ['甲', '男', '9999'],
      ]).findings,
    ).toMatchObject([{ row: 2, column: '学校代码', code: 'school.other-than-given' }])
  })
})
