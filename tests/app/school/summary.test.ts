// 汇总: screen, paper and workbook say the same to the tenth; what goes into the group chat names nobody.

import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { formatTenths, type Tenths } from '../../../src/domain/hours.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { rollUpSchool, type SchoolRollUp } from '../../../src/domain/roll-up.ts'
import { digestText } from '../../../src/app/school/digest-text.ts'
import { peopleInOrder } from '../../../src/app/school/people-in-order.ts'
import { placeWords } from '../../../src/app/school/place-words.ts'
import { summarySheets } from '../../../src/app/school/summary-sheets.ts'
import { hoursLines, reasonsLine, shown, totalLine } from '../../../src/app/school/summary-tables.ts'
import { person, POLICY } from './people.ts'

const ON = day('2026-11-20')
const people = [
  person(1, { name: '覃秀英' }),
  person(2, { name: '单国庆', subject: null }),
  person(3, { name: '返聘的', employment: 'rehired' }),
]
const base = rollUpSchool(POLICY, people, ON, 'central' as SchoolId)
const amounts = { pending: 5 as Tenths, recognised: 125 as Tenths, counted: 121 as Tenths }
const rollUp: SchoolRollUp = {
  ...base,
  hours: amounts,
  byLevel: [{ key: 'school', ...amounts }],
  byMode: [{ key: 'school-based', ...amounts }],
}

describe('the totals of a school', () => {
  it('say 在册 = 应计 + 不计 with the reasons', () => {
    expect([rollUp.onRoll, rollUp.counted, rollUp.notCounted]).toEqual([3, 2, 1])
    expect(reasonsLine(rollUp)).toBe('不计 1 人：返聘 1。')
  })
  it('of a 中心校 with its 教学点 name each person’s school in the workbook', () => {
    const lines = peopleInOrder(people, POLICY, ON)
    const sheets = summarySheets({ rollUp, policy: POLICY, kind: 'central', above: '', people: lines, schoolName: (id) => `${id}校` })
    expect(sheets[3]?.heading?.slice(0, 4)).toEqual(['姓名', '教师编号', '学校', '学科'])
    expect(sheets[3]?.rows.map((r) => r[2])).toEqual(lines.map(() => 'central校'))
  })
  it('are the same numbers on the screen and in the workbook', () => {
    const sheets = summarySheets({ rollUp, policy: POLICY, kind: 'primary', above: '某校', people: peopleInOrder(people, POLICY, ON) })
    const hours = sheets[1]?.rows ?? []
    expect(hours[0]?.slice(3)).toEqual([{ tenths: 5 }, { tenths: 125 }, { tenths: 121 }])
    expect(shown(totalLine(rollUp).counted)).toBe(formatTenths(121 as Tenths))
    expect(hours[1]).toEqual(['按级别', '校本', null, { tenths: 5 }, { tenths: 125 }, { tenths: 121 }])
    expect(sheets[3]?.rows.map((r) => r[0])).toEqual(expect.arrayContaining(['覃秀英', '单国庆', '返聘的']))
    expect(sheets[3]?.heading?.slice(0, 3)).toEqual(['姓名', '教师编号', '学科'])
    expect(sheets[0]?.rows.slice(0, 4)).toEqual([
      ['在册', 3],
      ['应计', 2],
      ['不计', 1],
      ['不计：返聘', 1],
    ])
  })
  it('name who has no subject as such', () => {
    expect(hoursLines(rollUp, 'subject', POLICY, null).map((l) => [l.name, l.people])).toEqual([
      ['未填学科', 1],
      ['语文', 1],
    ])
  })
})

describe('what is copied for the group chat', () => {
  it('has counts and what to do, and no name', () => {
    const text = digestText('中心校', rollUp, ON)
    expect(text).toContain('在册 3 人 = 应计 2 人 + 不计 1 人')
    for (const { name } of people) expect(text).not.toContain(name)
  })
})

describe('a kindergarten', () => {
  it('has a 园长, 园本研修 and 全园', () => {
    expect(placeWords({ kind: 'kindergarten' }, POLICY.words)).toEqual({ principal: '园长', schoolBased: '园本研修', whole: '全园' })
    expect(placeWords({ kind: 'primary' }, {}).whole).toBe('全校')
  })
})
