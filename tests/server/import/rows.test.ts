// What a row of a roster is understood to say, and what a person is told where it is in doubt.

import { describe, expect, it } from 'vitest'
import { readName, readPhone, rolesIn } from '../../../src/server/import/read-row.ts'
import { statusOf } from '../../../src/server/import/words.ts'
import { readTyped } from './reading-samples.ts'

const HEAD = ['姓名', '性别', '手机号', '参加工作时间', '进入本校时间', '在岗状态', '离校时间', '用人形式', '教职工类别', '职务']
const one = (...cells: (string | number | null)[]) => {
  const reading = readTyped([HEAD, cells])
  return { row: reading.rows[0], codes: reading.findings.map((f) => `${f.column} ${f.code}`) }
}

describe('a person’s row', () => {
  it('names keep rare characters and dots, and lose the blanks that padded them', () => {
    expect(['张　三', ' 邹䶮 ', '扎西•次仁', '扎西 ・ 次仁', '阿依古丽．买买提', 'Mary  Jane', '欧阳 娜娜'].map(readName)).toEqual([
      '张三',
      '邹䶮',
      '扎西·次仁',
      '扎西·次仁',
      '阿依古丽·买买提',
      'Mary Jane',
      '欧阳娜娜',
    ])
    expect(one('王?梅').codes).toEqual(['姓名 name.odd-characters'])
  })

  it('names lose what nobody sees: zero-width characters, marks that turn the reading, control characters', () => {
    expect(['张\u200b三', '\u202e张三', '张\u0001三', '\u200b\u2066'].map(readName)).toEqual(['张三', '张三', '张三', ''])
  })

  it('phone numbers are taken with blanks, dashes and +86, also from a number cell', () => {
    expect(['138 0000 1001', '+86 13800001001', '138-0000-1001', '１３８００００１００１', '13800001001.0'].map(readPhone)).toEqual(
      Array(5).fill('13800001001'),
    )
    expect(['023-63850001', '1380000', '23800001001'].map(readPhone)).toEqual([null, null, null])
    expect(one('张三', '男', 13800001001).row?.phone).toBe('13800001001')
  })

  it('a headmaster and a training officer are proposed for their roles; a deputy is not', () => {
    expect(
      ['校长', '园长', '党支部书记、校长', '副校长', '校长助理', '师训专干', '教导主任兼师训干部', '师训专干/副校长', '教研组长'].map(
        rolesIn,
      ),
    ).toEqual([['principal'], ['principal'], ['principal'], [], [], ['officer'], ['officer'], ['officer'], []])
  })

  it('who left by a word and a day has left; by a word alone is asked for the day; 返聘 and 拟退休 have not left', () => {
    expect(one('甲', '男', null, null, null, '2026年9月退休').row?.leaving).toMatchObject({
      on: { day: '2026-09-01', precise: 'month' },
      reason: 'retired',
    })
    expect(one('甲', '男', null, null, null, '调出', '2026-08-31').row?.leaving).toMatchObject({
      on: { day: '2026-08-31' },
      reason: 'transferred',
    })
    expect(one('甲', '男', null, null, null, null, '2026-08-31').row?.leaving).toMatchObject({ reason: 'other' })
    const undated = one('甲', '男', null, null, null, '退休')
    expect(undated).toMatchObject({ codes: ['在岗状态 left.without-day'], row: { leaving: null } })
    expect(one('甲', '男', null, null, null, '退休返聘').row?.status).toEqual({ is: 'active' })
    expect(one('甲', '男', null, null, null, '拟2027年退休')).toMatchObject({ row: { leaving: null, status: { is: 'to-be-verified' } } })
    expect(one('甲', '男', null, null, null, null, '2031-08-31')).toMatchObject({
      codes: ['离校时间 left.far-ahead'],
      row: { leaving: null },
    })
  })

  it('a pause keeps its days where they are written, and has none where they are not', () => {
    expect(one('甲', '女', null, null, null, '产假(2026年3月至2026年8月)').row?.status).toMatchObject({
      is: 'paused',
      kind: 'maternity',
      from: '2026-03-01',
      until: '2026-08-01',
    })
    expect(one('甲', '女', null, null, null, '病假')).toMatchObject({
      codes: ['在岗状态 status.pause-undated'],
      row: { status: { kind: 'sick', from: null } },
    })
    expect(one('甲', '女', null, null, null, '待核实')).toMatchObject({ codes: ['在岗状态 status.to-be-verified'] })
    expect(one('甲', '女', null, null, null, '云游')).toMatchObject({
      codes: ['在岗状态 status.unknown'],
      row: { status: { is: 'to-be-verified' } },
    })
    expect(statusOf('援藏')).toEqual({ is: 'paused', kind: 'aid' })
  })

  it('who starts next month is taken with a warning, who starts in 2031 is an error', () => {
    expect(one('甲', '女', null, '2026-10', '2026-10').codes).toEqual(['参加工作时间 date.soon', '进入本校时间 date.soon'])
    expect(one('甲', '女', null, '2031年5月').codes).toEqual(['参加工作时间 date.in-future'])
    expect(one('甲', '女', null, '2015').codes).toEqual(['参加工作时间 date.year-only'])
    expect(one('甲', '女', null, '三月').codes).toEqual(['参加工作时间 date.unreadable'])
    expect(one('甲', '女', null, '2019-08', '2019-08-15').codes).toEqual([])
  })

  it('words for employment and category become codes, and unknown words stay unknown and are named', () => {
    expect(one('甲', '女', null, null, null, null, null, '临聘代课', '工勤人员').row).toMatchObject({
      employment: 'substitute',
      category: 'worker',
    })
    expect(one('甲', '女', null, null, null, null, null, '特聘', '外教')).toMatchObject({
      codes: ['用人形式 employment.unknown', '教职工类别 category.unknown'],
      row: { employment: null, category: null },
    })
    expect(one('甲', '女', null, null, null, null, null, null, null, '专任教师').row).toMatchObject({ category: 'full-time', roles: [] })
  })

  it('an ID number in the column for staff numbers is an error and goes no further', () => {
    const reading = readTyped([
      ['教师编号', '姓名'],
      ['50990019950824410X', '孙静'],
    ])
    expect(reading.findings).toMatchObject([{ code: 'staff-number.is-id-number', row: 2 }])
    expect(reading.rows[0]?.staffNumber).toBeNull()
    expect(JSON.stringify([reading.findings, reading.columns])).not.toContain('50990019950824410')
  })

  it('the sex that contradicts the ID number is pointed out', () => {
    expect(
      readTyped([
        ['姓名', '性别', '身份证号'],
        ['孙静', '男', '50990019950824410X'],
      ]).findings.map((f) => f.code),
    ).toEqual(['sex.differs-from-id'])
  })

  it('a text of hundreds of characters in a cell is refused in words', () => {
    expect(one('长'.repeat(101)).codes).toEqual(['姓名 text.too-long', '姓名 name.empty'])
  })
})

describe('people seen together', () => {
  it('the same number and the same ID number twice are errors in the later row', () => {
    const reading = readTyped([
      ['教师编号', '姓名', '身份证号'],
      ['A1', '甲', '50990019950824410X'],
      ['A1', '乙', null],
      ['A3', '丙', '50990019950824410X'],
    ])
    expect(reading.findings.map((f) => [f.row, f.column, f.code, f.value])).toEqual([
      [3, '教师编号', 'staff-number.duplicate', '2'],
      [4, '身份证号', 'id.duplicate', '2'],
    ])
  })

  it('two people of one name are fine when something tells them apart, and a question when nothing does', () => {
    const codes = (...rows: (string | null)[][]) => readTyped([['姓名', '手机号', '身份证号'], ...rows]).findings.map((f) => f.code)
    expect(codes(['尉迟静', '13800001001', '509900197912129542'], ['尉迟静', '13800001020', '509900199302126001'])).toEqual([])
    expect(codes(['尉迟静', '13800001001', '509900197912129542'], ['尉迟静', '13800001001', '509900199302126001'])).toEqual([])
    expect(codes(['尉迟静', '13800001001', null], ['尉迟静', '13800001020', null])).toEqual([])
    expect(codes(['尉迟静', '13800001001', null], ['尉迟静', null, null])).toEqual(['person.maybe-same'])
  })

  it('a couple who share a phone are two people', () => {
    expect(
      readTyped([
        ['姓名', '手机号'],
        ['冯艳', '13800001122'],
        ['姜涛', '13800001122'],
      ]).findings,
    ).toEqual([])
  })
})
