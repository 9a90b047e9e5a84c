// The papers of a year: everybody's line by school and name, the levels as columns, the total of who is 应计, and the same in the workbook.
import { expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import type { Figures } from '../../../src/domain/year-review/figures.ts'
import type { FrozenPerson } from '../../../src/domain/year-review/review-row.ts'
import { noteOf, publicHours, publicSheets, shownHours, yearSheets, yearTable } from '../../../src/app/school/year-review-tables.ts'
import { yuzhong } from '../../domain/evaluate/people.ts'

const CENTRAL = 'central' as SchoolId
const POINT = 'point' as SchoolId
const person = (
  id: string,
  name: string,
  at: number,
  why: string,
  levels: readonly (readonly [string, number, number])[],
): FrozenPerson => {
  const sum = levels.reduce((n, [, r]) => n + r, 0)
  return [id as PersonId, name, at, why, 'on-the-way', sum, sum, sum + 100, levels]
}
const figures: Figures = {
  first: day('2026-08-01'),
  last: day('2027-07-31'),
  asOf: day('2027-07-10'),
  schools: [CENTRAL, POINT],
  people: [
    person('p1', '覃丽莎', 0, '', [
      ['school', 240, 240],
      ['district', 45, 45],
    ]),
    person('p2', '坝上老师', 1, '', [['school', 120, 120]]),
    person('p3', '返聘老师', 0, 'employment:rehired', [['school', 80, 80]]),
  ],
}
const table = yearTable({ figures, policy: yuzhong, kind: 'central', schoolName: (id) => (id === CENTRAL ? '中心校' : '教学点') })

test('people stand by school and name, each with the hours of every level that occurs, in the order of levels', () => {
  expect(table.levels.map((l) => l.name)).toEqual(['区培', '校本'])
  expect(table.lines.map((l) => [l.order, l.name, l.school, l.byLevel, l.recognised])).toEqual([
    ['1', '返聘老师', '中心校', [0, 80], 80],
    ['2', '覃丽莎', '中心校', [45, 240], 285],
    ['3', '坝上老师', '教学点', [0, 120], 120],
  ])
  expect(table.several).toBe(true)
})

test('the total is of who is 应计 and says so; who is not counted says why', () => {
  expect(table.total).toMatchObject({ byLevel: [45, 360], recognised: 405, counted: 405, cycle: 605 })
  expect(table.total.note).toBe('在册 3 人，应计 2 人；合计行只含应计。')
  expect(noteOf({ why: 'employment:rehired', state: 'on-the-way' })).toBe('返聘')
  expect(noteOf({ why: '', state: 'concern' })).toBe('需关注')
})

test('the workbook holds the same numbers, as numbers to the tenth', () => {
  const [sheet] = yearSheets(table, ['示例'])
  expect(sheet?.heading).toEqual(['序号', '姓名', '学校', '区培', '校本', '学时合计', '计入', '周期累计', '备注'])
  expect(sheet?.rows[1]).toEqual([2, '覃丽莎', '中心校', ...[45, 240, 285, 285, 385].map((tenths) => ({ tenths })), '进行中'])
  expect(sheet?.rows[3]).toEqual([
    null,
    '合计',
    '',
    ...[45, 360, 405, 405, 605].map((tenths) => ({ tenths })),
    '在册 3 人，应计 2 人；合计行只含应计。',
  ])
  expect(table.lines.map((l) => shownHours(l.recognised))).toEqual(['8.0', '28.5', '12.0'])
})

test('on the public list, name and total only, what nobody has confirmed is 待核实 beside the total, never a bare number', () => {
  const unsure: Figures = {
    ...figures,
    people: figures.people.map((p) => (p[0] === 'p1' ? ([...p.slice(0, 4), 'unverified', ...p.slice(5)] as unknown as FrozenPerson) : p)),
  }
  const { lines } = yearTable({ figures: unsure, policy: yuzhong, kind: 'central', schoolName: () => '中心校' })
  expect(lines.map((l) => [l.name, publicHours(l), l.note])).toContainEqual(['覃丽莎', '28.5（待核实）', '待核实'])
  expect(lines.filter((l) => l.unverified).map((l) => l.name)).toEqual(['覃丽莎'])
  const [sheet] = publicSheets(yearTable({ figures: unsure, policy: yuzhong, kind: 'central', schoolName: () => '中心校' }), [])
  expect(sheet?.heading).toEqual(['序号', '姓名', '学时合计', '备注'])
  expect(sheet?.rows).toContainEqual([2, '覃丽莎', { tenths: 285 }, '待核实'])
})

test('the public list as a workbook has name and total only, in the order of the paper', () => {
  const [sheet] = publicSheets(table, ['公示表'])
  expect(sheet).toMatchObject({ name: '公示表', above: ['公示表'], heading: ['序号', '姓名', '学时合计'] })
  expect(sheet?.rows).toEqual(table.lines.map((l) => [Number(l.order), l.name, { tenths: l.recognised }]))
})
