import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { homeOn, readStanding, standingOf, standsOn } from '../../../src/domain/evaluate/standing.ts'
import { h, teacher, withSetting, yuzhong } from './people.ts'

const TODAY = day('2026-11-21')

describe('a standing goes stale at no midnight', () => {
  it('an activity of next week, granted today, counts from its last day on', () => {
    const d = teacher({
      entries: [
        { hours: '4', on: '2026-11-20' },
        { hours: '6', on: '2026-11-27', recordedOn: '2026-11-21' },
      ],
    })
    const s = standingOf(yuzhong, d)
    expect(s.through).toBe('2026-11-21')
    expect(s.cycles.find((c) => c.window.id === '2026–2030')?.later).toMatchObject([{ last: '2026-11-27', counted: h('6') }])
    expect(['2026-11-21', '2026-11-26', '2026-11-27'].map((on) => readStanding(s, yuzhong, day(on)).counted)).toEqual([
      h('4'),
      h('4'),
      h('10'),
    ])
  })

  it('on New Year of a new cycle it reads the new cycle, without being made anew', () => {
    const s = standingOf(yuzhong, teacher({ entries: [{ hours: '300', on: '2025-12-30' }] }))
    expect(readStanding(s, yuzhong, day('2025-12-31'))).toMatchObject({
      counted: h('300'),
      state: 'unverified',
      missing: ['history'],
      window: { id: '2021–2025' },
    })
    expect(readStanding(s, yuzhong, day('2026-01-01'))).toMatchObject({ counted: 0, state: 'on-the-way', window: { id: '2026–2030' } })
  })

  it('read straight from the dossier for one day, in any cycle or before the first, it says the same', () => {
    const d = teacher({
      entries: [
        { hours: '300', on: '2025-12-30' },
        { hours: '4', on: '2026-11-20' },
        { hours: '6', on: '2026-11-27', recordedOn: '2026-11-21' },
      ],
    })
    for (const on of ['2019-06-01', '2025-12-31', '2026-01-01', '2026-11-21', '2026-11-27', '2031-05-01'].map(day))
      expect(standsOn(yuzhong, d, on)).toEqual(readStanding(standingOf(yuzhong, d), yuzhong, on))
  })

  it('even pace and 需关注 move with the day alone', () => {
    const s = standingOf(yuzhong, teacher({ entries: [{ hours: '10', on: '2026-03-01' }] }))
    expect(readStanding(s, yuzhong, day('2026-04-01')).state).toBe('on-the-way')
    expect(readStanding(s, yuzhong, TODAY)).toMatchObject({ state: 'concern', evenPace: h('64.1') })
  })

  it('says at which school the person is on the roll, on any day', () => {
    const s = standingOf(yuzhong, teacher({ left: '2026-08-31' }))
    expect([homeOn(s, day('2026-08-31')), homeOn(s, day('2026-09-01')), homeOn(s, day('2005-01-01'))]).toEqual(['jiang-an', null, null])
  })

  it('counts what waits for whom', () => {
    const s = standingOf(
      yuzhong,
      teacher({
        entries: [{ as: 'claimed', on: '2026-10-01' }, { as: 'passed', on: '2026-09-01' }, { as: 'returned' }, { as: 'reversed' }],
      }),
    )
    expect(s.waiting).toEqual({ school: 1, district: 1, returned: 1, requests: 0, oldest: '2026-09-01' })
  })

  it('is refused under another policy than it was made with', () => {
    const s = standingOf(yuzhong, teacher())
    expect(() => readStanding(s, withSetting('concernRate', '90'), TODAY)).toThrow(/made under/)
  })

  it('history confirmed by the reader is taken into account, as evaluation does', () => {
    const d = teacher({ entries: [{ hours: '40', on: '2024-05-01' }] })
    const options = { history: { confirmed: true, before: day('2026-01-01') } }
    expect(readStanding(standingOf(yuzhong, d), yuzhong, day('2025-12-31'), options).state).toBe(
      evaluateCycle(yuzhong, d, day('2025-12-31'), options).state,
    )
    expect(evaluateCycle(yuzhong, d, day('2025-12-31'), options).state).toBe('concern')
  })
})
