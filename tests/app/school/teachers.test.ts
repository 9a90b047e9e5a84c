// 教师: found by what people type, and listed with those who need help first.

import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { peopleInOrder } from '../../../src/app/school/people-in-order.ts'
import { isMeant } from '../../../src/storage/people.ts'
import { person, POLICY } from './people.ts'

const TODAY = day('2026-11-20')

describe('finding a teacher', () => {
  const shan = person(1, { name: '单国庆', initials: ['sgq', 'dgq'], subject: '数学', staffNumber: 'J042' })
  it('works by name, by every reading of a surname, by subject and by number', () => {
    for (const typed of ['国庆', 'sgq', 'DGQ', '数学', 'j042', 'sg 数']) expect(isMeant(shan, typed)).toBe(true)
    for (const typed of ['语文', 'gq', '庆国']) expect(isMeant(shan, typed)).toBe(false)
  })
})

describe('the list of a school', () => {
  it('puts who is not counted last and keeps everybody', () => {
    const lines = peopleInOrder(
      [person(1, { name: '工友', category: 'worker' }), person(2, { name: '丙' }), person(3, { name: '乙' })],
      POLICY,
      TODAY,
    )
    expect(lines.map((l) => l.kept.name)).toEqual(['丙', '乙', '工友'])
  })
  it('leaves out a standing made under another policy until it is made anew', () => {
    expect(peopleInOrder([{ ...person(1), policy: 'older' }], POLICY, TODAY)).toEqual([])
  })
})
