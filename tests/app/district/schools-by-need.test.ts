// What a district reads first: which schools need help and what they need, and finding a person at a school.
import { describe, expect, it } from 'vitest'
import { filtersFor, isShown, needsOf } from '../../../src/app/district/needs.ts'
import { noTotals } from '../../../src/domain/roll-up.ts'
import { isMeant } from '../../../src/storage/people.ts'

const states = (concern: number, unverified: number) => ({ ...noTotals().states, concern, unverified })
const waiting = (school: number, returned = 0, requests = 0) => ({ ...noTotals().waiting, school, returned, requests })

describe('what a school most needs', () => {
  it('names the people before the papers, and two things at most', () => {
    expect(needsOf({ states: states(3, 1), waiting: waiting(12, 2) })).toEqual(['3 人可能完不成', '1 人先要核实'])
    expect(needsOf({ states: states(0, 0), waiting: waiting(12, 2, 1) })).toEqual(['12 条等学校审', '1 条申请更正待答复'])
  })

  it('says nothing of a school that needs nothing', () => {
    expect(needsOf({ states: states(0, 0), waiting: waiting(0) })).toEqual([])
  })
})

describe('choosing schools', () => {
  const village = { name: '云台村小学', code: '2150900003', kind: 'village' as const, states: states(2, 0) }
  const junior = { name: '石桥初级中学', code: '3150900002', kind: 'junior' as const, states: states(0, 0) }

  it('offers the kinds there are, once each', () => {
    expect(filtersFor([village, junior, village])).toEqual(['all', 'help', 'village', 'junior'])
  })

  it('keeps those where somebody needs help', () => {
    expect([village, junior].filter((s) => isShown(s, 'help', '')).map((s) => s.name)).toEqual(['云台村小学'])
  })

  it('finds a school by part of its name or the beginning of its code, also typed full-width', () => {
    expect(isShown(village, 'all', '云台')).toBe(true)
    expect(isShown(village, 'all', '２１５０９')).toBe(true)
    expect(isShown(village, 'all', '石桥')).toBe(false)
    expect(isShown(junior, 'village', '')).toBe(false)
  })
})

describe('finding someone of a school', () => {
  const shan = { name: '单海燕', formerNames: ['单小燕'], initials: ['shy', 'dhy'], staffNumber: '021013', subject: '体育' }

  it('takes the name, 曾用名, every reading of the surname, the number and the subject', () => {
    for (const typed of ['海燕', '单小燕', 'shy', 'DHY', '0210', '体育', 'shy 体育', '']) expect(isMeant(shan, typed), typed).toBe(true)
  })

  it('leaves out who fits only one of two words', () => {
    expect(isMeant(shan, 'shy 数学')).toBe(false)
  })
})
