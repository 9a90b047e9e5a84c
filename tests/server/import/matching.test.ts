// Who a row is, among the people already known; and who is never touched.

import { describe, expect, it } from 'vitest'
import type { PlanLine } from '../../../src/server/import/plan.ts'
import { DistrictInMemory, readTyped } from './reading-samples.ts'

const A = '2150900001'
const HEAD = ['教师编号', '姓名', '身份证号', '手机号']
const SUN = '50990019950824410X'
const WEI = '509900197912129542'

function districtWith(...people: (string | null)[][]): DistrictInMemory {
  const district = new DistrictInMemory()
  district.schools = [
    { id: 'school-a', code: A, name: '示例区江岸小学' },
    { id: 'school-b', code: '3150900002', name: '示例区石桥初级中学' },
  ]
  if (people.length > 0) district.carryOut(district.plan(readTyped([HEAD, ...people]), A))
  return district
}
const planned = (district: DistrictInMemory, head: string[], ...rows: (string | null)[][]) => district.plan(readTyped([head, ...rows]), A)
const is = (lines: readonly PlanLine[]): string[] => lines.map((l) => l.is)

describe('matching a roster with the people known', () => {
  it('goes by staff number first, then ID number, then name and phone together', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'])
    for (const [row, by] of [
      [['A1', '孙静', null, null], 'staff-number'],
      [[null, '孙静', SUN, null], 'id-number'],
      [[null, '孙静', null, '13800001010'], 'name-and-phone'],
    ] as const) {
      expect(planned(district, HEAD, [...row]).lines).toMatchObject([{ is: 'keep', personId: 'person-1', by }])
    }
  })

  it('asks about the same name at the same school, and takes the importer’s answer', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'])
    const reading = readTyped([HEAD, [null, '孙静', null, '13800001999']])
    expect(district.plan(reading, A).lines).toMatchObject([{ is: 'ask', why: 'same-name', candidates: [{ personId: 'person-1' }] }])
    expect(is(district.plan(reading, A, new Map([[2, { is: 'new' }]])).lines)).toEqual(['add'])
    expect(is(district.plan(reading, A, new Map([[2, { is: 'skip' }]])).lines)).toEqual(['skip'])
    expect(district.plan(reading, A, new Map([[2, { is: 'same', personId: 'person-1' }]])).lines).toMatchObject([
      { is: 'change', by: 'answer', changes: [{ field: 'phone', from: '13800001010', to: '13800001999' }] },
    ])
  })

  it('never follows an answer that names somebody who was not a candidate', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'], ['A2', '陶平', null, '13800001011'])
    const reading = readTyped([HEAD, [null, '孙静', null, '13800001999']])
    expect(is(district.plan(reading, A, new Map([[2, { is: 'same', personId: 'person-2' }]])).lines)).toEqual(['ask'])
  })

  it('adds a second person of the same name whose ID number differs', () => {
    const plan = planned(districtWith(['A1', '孙静', SUN, '13800001010']), HEAD, ['A9', '孙静', WEI, '13800001020'])
    expect(is(plan.lines)).toEqual(['add'])
  })

  it('asks when a staff number belongs to somebody of another name and nothing else agrees', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'])
    const reading = readTyped([HEAD, ['A1', '尉迟静', WEI, '13800001020']])
    expect(district.plan(reading, A).lines).toMatchObject([{ is: 'ask', why: 'number-of-someone-else' }])
    expect(is(district.plan(reading, A, new Map([[2, { is: 'new' }]])).lines)).toEqual(['ask'])
  })

  it('stops where the number and the ID number belong to two people', () => {
    const district = districtWith(['A1', '孙静', SUN, null], ['A2', '尉迟静', WEI, null])
    const plan = planned(district, HEAD, ['A1', '孙静', WEI, null])
    expect(plan.findings).toMatchObject([{ code: 'match.points-to-two', severity: 'error', row: 2 }])
    expect(is(plan.lines)).toEqual(['ask'])
  })

  it('matches nobody twice: the second row for one person is an error', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'])
    const plan = planned(district, HEAD, ['A1', '孙静', null, null], [null, '孙静', SUN, null])
    expect(plan.findings.filter((f) => f.severity === 'error')).toMatchObject([{ row: 3, code: 'match.already-taken', value: '2' }])
    expect(is(plan.lines)).toEqual(['keep', 'skip'])
  })

  it('absence ends nobody, and a blank cell erases nothing', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'], ['A2', '尉迟静', WEI, '13800001001'])
    const plan = planned(district, HEAD, ['A1', '孙静', null, null])
    expect(plan.totals).toMatchObject({ ended: 0, untouched: 1, changed: 0, kept: 1 })
  })

  it('a person found at another school is shown as a move, with a warning', () => {
    const district = districtWith(['A1', '孙静', SUN, null])
    const reading = readTyped(
      [
        [...HEAD, '学校'],
        ['A1', '孙静', SUN, null, '石桥初级中学'],
      ],
      { schoolGiven: null },
    )
    const plan = district.plan(reading, null)
    expect(plan.lines).toMatchObject([{ is: 'change', changes: [{ field: 'school', from: 'school-a', to: 'school-b' }] }])
    expect(plan.findings).toMatchObject([{ code: 'match.at-another-school', severity: 'warning' }])
  })

  it('a row of another school than the chosen one is left out, also when only its name says so', () => {
    const district = districtWith()
    const plan = district.plan(
      readTyped([
        [...HEAD, '学校'],
        ['A1', '甲', null, null, '石桥初级中学'],
        ['A2', '乙', null, null, '江岸小学'],
        ['A3', '丙', null, null, '江岸小学本部'],
      ]),
      A,
    )
    expect(is(plan.lines)).toEqual(['skip', 'add', 'add'])
    expect(plan.findings.map((f) => [f.row, f.code])).toEqual([
      [2, 'school.other-than-given'],
      [4, 'school.name-differs'],
    ])
  })

  it('a 中心校 hands in one roster with its 教学点: their rows go to them, by name or by code', () => {
    const district = districtWith()
    district.schools.push({ id: 'point', code: '2150900009', name: '江岸小学松林教学点' })
    district.below = ['point']
    const rows = [
      [...HEAD, '学校', '学校代码'],
      ['A1', '甲', null, null, '江岸小学', null],
      ['A2', '乙', null, null, '江岸小学松林教学点', null],
      ['A3', '丙', null, null, null, '2150900009'],
    ]
    const plan = district.plan(readTyped(rows, { codesBelow: ['2150900009'] }), A)
    expect(plan.lines.map((l) => [l.is, l.school?.id])).toEqual([
      ['add', 'school-a'],
      ['add', 'point'],
      ['add', 'point'],
    ])
    expect(plan.findings).toEqual([])
  })

  it('somebody of a 教学点 stays there where the 中心校’s roster names no school', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'])
    district.people = district.people.map((p) => ({ ...p, schoolId: 'school-b' }))
    district.below = ['school-b']
    const plan = planned(district, HEAD, ['A1', '孙静', SUN, '13800001011'])
    expect(plan.lines).toMatchObject([{ is: 'change', school: { id: 'school-b' }, changes: [{ field: 'phone' }] }])
  })

  it('a roster for one school is silent about the people of that school alone', () => {
    const district = districtWith(['A1', '孙静', SUN, '13800001010'], ['A2', '尉迟静', WEI, '13800001001'])
    const [first] = district.people
    if (first === undefined) throw new Error('nobody')
    district.people.push({ ...first, id: 'elsewhere', staffNumber: 'Z9', idHash: 'other', phone: null, schoolId: 'school-b' })
    expect(planned(district, HEAD, ['A1', '孙静', SUN, '13800001010']).totals).toMatchObject({ kept: 1, untouched: 1 })
  })

  it('who has left and was never known is not added', () => {
    const plan = districtWith().plan(
      readTyped([
        ['教师编号', '姓名', '在岗状态'],
        ['A7', '甲', '2026年6月退休'],
      ]),
      A,
    )
    expect(plan).toMatchObject({ lines: [{ is: 'skip' }], findings: [{ code: 'match.left-and-unknown' }] })
  })

  it('rows with errors are in no line', () => {
    const plan = districtWith().plan(readTyped([HEAD, ['A1', null, null, null], ['A2', '乙', null, null]]), A)
    expect(plan.totals).toMatchObject({ added: 1, withErrors: 1 })
  })

  it('15,000 people are matched, and matched again', () => {
    const rows = Array.from({ length: 15_000 }, (_, i) => [
      `T${i}`,
      `教师${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'东南西北中'[i % 5]}`,
      null,
      `1380${String(i).padStart(7, '0')}`,
    ])
    const district = new DistrictInMemory()
    const reading = readTyped([HEAD, ...rows])
    const plan = district.plan(reading, A)
    expect(plan.totals.added).toBe(15_000)
    district.carryOut(plan)
    expect(district.plan(reading, A).totals.kept).toBe(15_000)
  })
})
