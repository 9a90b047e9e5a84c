import { describe, expect, it } from 'vitest'
import { checkPack } from '../../../src/domain/policy/check-pack.ts'
import { ALL_PACKS } from '../../../src/domain/policy/packs/policy-for.ts'
import { chongqing } from '../../../src/domain/policy/packs/chongqing.ts'
import type { Rule } from '../../../src/domain/policy/policy.ts'
import { rule } from '../evaluate/people.ts'

const cap = (id: string, per: 'entry' | 'project' | 'year' | 'cycle', filter?: unknown, more: object = {}): Rule =>
  rule({ id, type: 'cap', per, value: '20', ...(filter === undefined ? {} : { filter }), ...more } as never)
const codes = (rules: readonly Rule[]) => checkPack({ ...chongqing, rules: [...chongqing.rules, ...rules] }).map((f) => f.code)

describe('a district cannot publish a pack that would not hold', () => {
  it('caps that are nested or disjoint may stand together', () => {
    expect(
      codes([cap('a', 'cycle', { levels: ['nation'], modes: ['online'] }), cap('b', 'cycle', { modes: ['online'] }), cap('c', 'cycle')]),
    ).toEqual([])
    expect(codes([cap('a', 'cycle', { levels: ['school'] }), cap('b', 'year', { levels: ['self'] })])).toEqual([])
    expect(
      codes([
        cap('a', 'year', { levels: ['school'] }),
        cap('b', 'cycle', { levels: ['school', 'self'] }),
        cap('c', 'entry', { tags: ['x'] }),
      ]),
    ).toEqual([])
  })
  it('caps that cross are named', () => {
    expect(codes([cap('a', 'cycle', { levels: ['school'] }), cap('b', 'cycle', { modes: ['online'] })])).toEqual(['caps-cross'])
    expect(codes([cap('a', 'project'), cap('b', 'year')])).toEqual(['caps-cross'])
    expect(codes([cap('a', 'cycle', { tags: ['x'] }), cap('b', 'cycle', { tags: ['y'] })])).toEqual(['caps-cross'])
    expect(
      codes([cap('a', 'cycle', { tags: ['x'] }, { to: '2025-12-31' }), cap('b', 'cycle', { tags: ['y'] }, { from: '2026-01-01' })]),
    ).toEqual([])
  })
  it('one id twice on one day, a day that does not exist, an amount that is none', () => {
    expect(codes([cap('a', 'entry'), cap('a', 'entry')])).toEqual(['id-twice'])
    expect(codes([cap('a', 'entry', undefined, { to: '2025-12-31' }), cap('a', 'entry', undefined, { from: '2026-01-01' })])).toEqual([])
    expect(codes([cap('a', 'entry', undefined, { from: '2026-02-30' })])).toEqual(['shape'])
    expect(codes([cap('a', 'entry', undefined, { from: '2026-02-01', to: '2026-01-01' })])).toEqual(['day'])
    expect(codes([cap('a', 'entry', undefined, { value: '4.55' })])).toEqual(['shape'])
    expect(codes([rule({ id: 'o', type: 'offset', fromFilter: {}, toMinimum: 'nothing', atMost: null } as never)])).toEqual([
      'offset-target',
    ])
    expect(codes([rule({ id: 'x', type: 'conversion', factor: { num: 1, den: 0 } } as never)])).toEqual(['factor'])
  })
  it('a rule about a level that the district does not have is named, and one about a level nobody has is no rule', () => {
    expect(codes([cap('a', 'cycle', { levels: ['area'] })])).toEqual(['unknown-level'])
    expect(
      codes([rule({ id: 'o', type: 'offset', fromFilter: { levels: ['area'] }, toMinimum: 'credits-intensive', atMost: null } as never)]),
    ).toEqual(['unknown-level'])
    expect(codes([cap('a', 'cycle', { levels: ['galaxy'] })])).toEqual(['shape'])
    const [yongchuan, below] = [ALL_PACKS.find((p) => p.scope.code === '500118'), { ...chongqing, id: 'below' }]
    if (yongchuan === undefined) throw new Error('no 永川')
    expect(checkPack({ ...yongchuan, rules: [cap('a', 'cycle', { levels: ['area'] })] }, [below])).toEqual([])
  })
  it('nothing open has a silent value, and nothing of ours is without its question', () => {
    const settings = chongqing.settings
    const yearStart = settings.yearStart
    if (yearStart === undefined) throw new Error('no year')
    expect(checkPack({ ...chongqing, settings: { ...settings, yearStart: { ...yearStart, value: '07-01' } } }).map((f) => f.code)).toEqual([
      'silent-value',
    ])
    expect(checkPack({ ...chongqing, settings: { ...settings, yearStart: { ...yearStart, question: '' } } }).map((f) => f.code)).toEqual([
      'no-question',
    ])
    expect(codes([cap('a', 'entry', undefined, { mark: 'assumed' })])).toEqual(['no-question'])
  })
  it('cycles may not overlap', () => {
    const cycles = chongqing.settings.cycles
    if (cycles === undefined) throw new Error('no cycles')
    const value = [
      { id: 'a', first: '2021-01-01', last: '2026-01-01' },
      { id: 'b', first: '2026-01-01', last: '2030-12-31' },
    ]
    expect(checkPack({ ...chongqing, settings: { cycles: { ...cycles, value } } }).map((f) => f.code)).toEqual(['cycles-overlap'])
  })
})
