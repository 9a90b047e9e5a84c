// 近5年 read from a standing says what the dossier says, on any day; the spread of schools is weighed by pupils.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { readFiveYears, standingOf } from '../../../src/domain/evaluate/standing.ts'
import { rollingFive } from '../../../src/domain/evaluate/window.ts'
import { spreadOf } from '../../../src/domain/supervision/spread.ts'
import { anyDay, anyTeacher } from '../evaluate/arbitrary.ts'
import { h, rule, teacher, withRules, yuzhong, type Given } from '../evaluate/people.ts'

const entry = fc.record({
  back: fc.integer({ min: 0, max: 2500 }),
  hours: fc.integer({ min: 1, max: 120 }),
  as: fc.constantFrom<NonNullable<Given['as']>>('granted', 'claimed', 'accepted', 'returned', 'reversed'),
})

// Every one of these looks at one entry at a time.
const oneByOne = withRules([
  rule({ id: 'visit-third', type: 'conversion', factor: { num: 1, den: 3 }, filter: { tags: ['visit'] } } as never),
  rule({ id: 'four-fifths', type: 'attendance', minimum: '0.8' } as never),
  rule({ id: 'probation-out', type: 'exclusion', filter: { tags: ['probation'] } } as never),
  rule({ id: 'online-20', type: 'minimum', unit: 'hours', value: '20', filter: { modes: ['online'] } } as never),
])

describe('the five years before a supervision day', () => {
  it('read from a standing are those evaluated from the dossier, whatever was recorded and whichever day is asked', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.integer({ min: 0, max: 800 }), (list, back) => {
        const dossier = teacher({
          entries: list.map((e) => ({
            on: addDays(day('2026-11-20'), -e.back),
            hours: String(e.hours),
            as: e.as,
            recordedOn: '2026-11-21',
          })),
        })
        const on = addDays(day('2026-11-21'), -back)
        const whole = evaluateCycle(yuzhong, dossier, on, { window: rollingFive(on) })
        const five = readFiveYears(standingOf(yuzhong, dossier), yuzhong, on)
        expect([five?.state, five?.counted, five?.required, five?.short, five?.missing]).toEqual([
          whole.state,
          whole.counted,
          whole.required,
          whole.short,
          whole.missing,
        ])
      }),
      { numRuns: 150 },
    )
  })

  it('are the same for any teacher, with pauses, part of the time served, and rules that convert or exclude', () => {
    fc.assert(
      fc.property(fc.constantFrom(yuzhong, oneByOne), anyTeacher, anyDay('2026-01-01', 1500), (policy, dossier, on) => {
        const five = readFiveYears(standingOf(policy, dossier), policy, on)
        const whole = evaluateCycle(policy, dossier, on, { window: rollingFive(on) })
        expect([
          five?.state,
          five?.counted,
          five?.required,
          five?.short,
          five?.missing,
          five?.ifByTime?.state,
          five?.ifByTime?.short,
          five?.evenPace,
        ]).toEqual([
          whole.state,
          whole.counted,
          whole.required,
          whole.short,
          whole.missing,
          whole.ifByTime?.state,
          whole.ifByTime?.short,
          whole.evenPace,
        ])
      }),
      { numRuns: 60 },
    )
  })

  it('are not read from a standing where a rule looks at several entries at once', () => {
    const capped = withRules([rule({ id: 'cap', type: 'cap', per: 'cycle', value: '10' } as never)])
    expect(readFiveYears(standingOf(capped, teacher({ entries: [{ hours: '40' }] })), capped, day('2026-11-21'))).toBeNull()
  })

  it('begin the day after the same day five years before', () => {
    const standing = standingOf(
      yuzhong,
      teacher({
        entries: [
          { hours: '7', on: '2021-11-21' },
          { hours: '5', on: '2021-11-22' },
        ],
      }),
    )
    expect(readFiveYears(standing, yuzhong, day('2026-11-21'))?.counted).toBe(h('5'))
  })
})

describe('差异系数', () => {
  it('is nothing where every school has as many, weighed by pupils', () => {
    expect(
      spreadOf([
        { people: 5, pupils: 500 },
        { people: 10, pupils: 1000 },
      ]),
    ).toBe(0)
  })

  it('worked out by hand: 1 and 3 per hundred at schools of one size are half their mean apart', () => {
    expect(
      spreadOf([
        { people: 1, pupils: 100 },
        { people: 3, pupils: 100 },
      ]),
    ).toBe(500)
  })

  it('says nothing of one school, of no pupils, or of nobody at all', () => {
    expect(spreadOf([{ people: 5, pupils: 500 }])).toBeNull()
    expect(
      spreadOf([
        { people: 5, pupils: 500 },
        { people: 1, pupils: 0 },
      ]),
    ).toBeNull()
    expect(
      spreadOf([
        { people: 0, pupils: 500 },
        { people: 0, pupils: 300 },
      ]),
    ).toBeNull()
  })
})
