import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { evaluateCycle } from '../../src/domain/evaluate/evaluate-cycle.ts'
import { standingOf } from '../../src/domain/evaluate/standing.ts'
import type { SchoolId } from '../../src/domain/ids.ts'
import { rollUpDistrict, rollUpSchool, rollUpStandings, standingsAsOf } from '../../src/domain/roll-up.ts'
import { anyDay, anyEntries } from './evaluate/arbitrary.ts'
import { h, teacher, withSetting, yuzhong } from './evaluate/people.ts'

const TODAY = day('2026-11-21')
const JIANG_AN = 'jiang-an' as SchoolId
const SHI_QIAO = 'shi-qiao' as SchoolId

const people = [
  teacher({ id: 'p1', name: '尉迟静', entries: [{ hours: '360' }] }),
  teacher({ id: 'p2', name: '覃丽莎', entries: [{ hours: '70' }, { hours: '12', as: 'claimed' }], identity: { subject: '数学' } }),
  teacher({ id: 'p3', name: '任建平', entries: [{ hours: '4' }, { hours: '6', as: 'returned' }] }),
  teacher({ id: 'p4', name: '解静', pauses: [{ from: null, to: null }] }),
  teacher({ id: 'p5', name: '仇秀英', identity: { employment: 'rehired' }, entries: [{ hours: '100' }] }),
  teacher({ id: 'p6', name: '单国庆', identity: { category: 'worker', employment: 'rehired' } }),
  teacher({ id: 'p7', name: '陶平', identity: { category: 'worker' } }),
  teacher({ id: 'p8', name: '邵超', left: '2026-08-31' }),
  teacher({ id: 'p9', name: '潘晓东', school: 'shi-qiao', entries: [{ hours: '20' }] }),
]
const standings = people.map((d) => standingOf(yuzhong, d))

describe('a principal reads the whole school', () => {
  const school = rollUpSchool(yuzhong, standings, TODAY, JIANG_AN)

  it('在册 = 应计 + 不计, with the reasons, and who left is on no roll', () => {
    expect([school.onRoll, school.counted, school.notCounted]).toEqual([7, 4, 3])
    expect(school.reasons).toEqual([
      { by: 'employment', value: 'rehired', people: 2 },
      { by: 'category', value: 'worker', people: 1 },
    ])
    expect(rollUpSchool(yuzhong, standings, day('2026-08-31'), JIANG_AN).onRoll).toBe(8)
  })

  it('four states sum to 应计, and hours are those of who is 应计', () => {
    expect(school.states).toEqual({ met: 1, 'on-the-way': 1, concern: 1, unverified: 1 })
    expect(school.hours).toEqual({ pending: h('12'), recognised: h('434'), counted: h('434') })
    expect(school.byLevel).toEqual([{ key: 'school', pending: h('12'), recognised: h('434'), counted: h('434') }])
    expect(school.bySubject.map((g) => [g.key, g.people, g.counted])).toEqual([
      ['数学', 1, h('70')],
      ['语文', 3, h('364')],
    ])
    expect(school.byStage.map((g) => [g.key, g.people, g.states.concern])).toEqual([['primary', 4, 1]])
    expect(school.rules.find((r) => r.rule === 'hours')).toEqual({ rule: 'hours', met: 1, unmet: 3, undetermined: 0 })
  })

  it('sees who needs help, what would help, and who can do it', () => {
    expect(school.concern).toMatchObject([
      {
        name: '任建平',
        short: h('356'),
        paused: false,
        moves: [
          { by: 'teacher', what: 'answer-returned', entries: 1 },
          { by: 'teacher', what: 'more-hours', short: h('356') },
        ],
      },
    ])
    expect(school.unverified).toMatchObject([
      {
        name: '解静',
        missing: ['pause-undated'],
        paused: true,
        moves: [
          { by: 'school', what: 'confirm', missing: 'pause-undated' },
          { by: 'teacher', what: 'more-hours' },
        ],
      },
    ])
    expect(school.waiting).toEqual({ school: 1, district: 0, returned: 1, requests: 0, oldest: '2026-05-01' })
  })

  it('equals what the teachers read themselves, to the tenth', () => {
    const own = people.slice(0, 4).map((d) => evaluateCycle(yuzhong, d, TODAY))
    expect(school.hours.counted).toBe(own.reduce((n, e) => n + e.counted, 0))
    expect(school.hours.pending).toBe(own.reduce((n, e) => n + e.totals.pending, 0))
  })

  it('as of a day and as known at another, a late entry is in one answer and not in the other', () => {
    const late = [
      teacher({
        id: 'q',
        entries: [
          { hours: '8', on: '2026-05-01', recordedOn: '2026-10-08' },
          { hours: '4', on: '2026-11-01', recordedOn: '2026-11-01' },
        ],
      }),
    ]
    const at = (asOf: string, known: string): number =>
      rollUpSchool(yuzhong, standingsAsOf(yuzhong, late, day(asOf), day(known)), day(asOf), null).hours.counted
    expect([
      at('2026-06-30', '2026-06-30'),
      at('2026-06-30', '2026-10-08'),
      at('2026-11-21', '2026-10-08'),
      at('2026-11-21', '2026-11-21'),
    ]).toEqual([0, h('8'), h('8'), h('12')])
  })
})

describe('a district is the sum of its schools', () => {
  it('whichever way it is added up, with the schools that need help first', () => {
    const schools = [SHI_QIAO, JIANG_AN].map((school) => ({ school, ...rollUpSchool(yuzhong, standings, TODAY, school) }))
    const district = rollUpDistrict(schools, TODAY)
    const straight = rollUpStandings(yuzhong, standings, TODAY)
    expect(district.totals).toEqual(straight.totals)
    expect(straight.totals).toMatchObject({
      onRoll: 8,
      counted: 5,
      notCounted: 3,
      states: { met: 1, 'on-the-way': 1, concern: 2, unverified: 1 },
    })
    expect(straight.schools.map((s) => s.school)).toEqual([JIANG_AN, SHI_QIAO])
  })

  it('a person counts once, at the school of 人事关系, also after a transfer', () => {
    const moved = withSetting('countedCategories', null)
    const all = people.map((d) => standingOf(moved, d))
    const sum = (on: string): number => rollUpStandings(moved, all, day(on)).totals.onRoll
    expect([sum('2026-08-31'), sum('2026-09-01')]).toEqual([9, 8])
  })

  it('for any people and any day the four states sum to 应计, and 在册 is 应计 plus 不计', () => {
    const anyone = fc.record({
      entries: anyEntries,
      employment: fc.constantFrom('permanent' as const, 'rehired' as const, 'unknown' as const),
      category: fc.constantFrom('full-time' as const, 'worker' as const),
      school: fc.constantFrom('jiang-an', 'shi-qiao', null),
      left: fc.constantFrom(undefined, '2026-08-31'),
    })
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 6 }), anyDay('2021-06-01', 4000), (who, on) => {
        const all = who.map(({ employment, category, left, ...w }, k) =>
          standingOf(yuzhong, teacher({ id: `p${k}`, ...w, ...(left === undefined ? {} : { left }), identity: { employment, category } })),
        )
        const { totals, schools } = rollUpStandings(yuzhong, all, on)
        for (const t of [totals, ...schools]) {
          expect(t.states.met + t.states['on-the-way'] + t.states.concern + t.states.unverified).toBe(t.counted)
          expect(t.counted + t.notCounted).toBe(t.onRoll)
          expect(t.reasons.reduce((n, r) => n + r.people, 0)).toBe(t.notCounted)
          expect(t.byLevel.reduce((n, s) => n + s.counted, 0)).toBe(t.hours.counted)
          expect(t.bySubject.reduce((n, g) => n + g.people, 0)).toBe(t.counted)
        }
        expect(schools.reduce((n, s) => n + s.hours.counted, 0)).toBe(totals.hours.counted)
      }),
      { numRuns: 60 },
    )
  })
})
