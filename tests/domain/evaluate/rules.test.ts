import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { exported } from '../../../src/domain/evaluate/rules/export-rounding.ts'
import { hoursInWindow } from '../../../src/domain/evaluate/hours-in-window.ts'
import { yearWindow } from '../../../src/domain/evaluate/window.ts'
import type { RuleOf } from '../../../src/domain/policy/policy.ts'
import { h, JULY, rule, teacher, withRules, withSetting, yuzhong } from './people.ts'

const TODAY = day('2026-11-21')
const verdict = (policy: typeof yuzhong, t: ReturnType<typeof teacher>, id: string, roles?: readonly string[]) =>
  evaluateCycle(policy, t, TODAY, roles === undefined ? {} : { roles }).verdicts.find((v) => v.rule === id)

describe('a rule has a type, never code', () => {
  it('the rule in force on an entry’s last day applies, not the one of today', () => {
    const policy = withRules([
      rule({ id: 'old', type: 'cap', per: 'entry', value: '4', to: '2026-06-30' } as never),
      rule({ id: 'new', type: 'cap', per: 'entry', value: '6', from: '2026-07-01' } as never),
    ])
    const e = evaluateCycle(
      policy,
      teacher({
        entries: [
          { id: 'a', hours: '8', first: '2026-06-29', on: '2026-06-30' },
          { id: 'b', hours: '8', first: '2026-06-30', on: '2026-07-01' },
        ],
      }),
      TODAY,
    )
    expect(e.trace.map((t) => [t.id, t.counted, t.steps.map((s) => s.rule)])).toEqual([
      ['a', h('4'), ['old']],
      ['b', h('6'), ['new']],
    ])
  })

  it('a one-way offset fills another minimum up to its limit, once per entry, and never the other way', () => {
    const policy = withRules([
      rule({ id: 'online-20', type: 'minimum', unit: 'hours', value: '20', filter: { modes: ['online'] } } as never),
      rule({ id: 'face-20', type: 'minimum', unit: 'hours', value: '20', filter: { modes: ['face-to-face'] } } as never),
      rule({
        id: 'face-for-online',
        type: 'offset',
        fromFilter: { modes: ['face-to-face'] },
        toMinimum: 'online-20',
        atMost: '8',
      } as never),
    ])
    const t = teacher({
      entries: [
        { hours: '14', training: { mode: 'face-to-face' } },
        { hours: '13', training: { mode: 'online' } },
      ],
    })
    expect(verdict(policy, t, 'online-20')).toMatchObject({ is: 'met', has: h('21'), offset: h('8') })
    expect(verdict(policy, t, 'face-20')).toMatchObject({ is: 'unmet', has: h('14'), offset: 0, short: h('6') })
    expect(evaluateCycle(policy, t, TODAY).counted).toBe(h('27'))
  })

  it('a minimum for 班主任 binds only them, and is undetermined where nobody has said who is one', () => {
    const policy = withRules([
      rule({
        id: 'homeroom-30',
        type: 'minimum',
        unit: 'hours',
        value: '30',
        filter: { tags: ['班主任'] },
        boundTo: { role: 'homeroom' },
      } as never),
    ])
    expect(verdict(policy, teacher(), 'homeroom-30')).toMatchObject({ is: 'undetermined', missing: ['role'] })
    expect(verdict(policy, teacher(), 'homeroom-30', [])).toBeUndefined()
    expect(verdict(policy, teacher(), 'homeroom-30', ['homeroom'])).toMatchObject({ is: 'unmet', short: h('30') })
  })

  it('a minimum for the first year in service ends with that year', () => {
    const policy = withRules([
      rule({ id: 'new-120', type: 'minimum', unit: 'hours', value: '120', boundTo: { serviceYearsBelow: 1 } } as never),
    ])
    const since = (workedSince: string | null) => teacher({ identity: { workedSince: workedSince === null ? null : day(workedSince) } })
    expect(verdict(policy, since('2026-08-01'), 'new-120')?.is).toBe('unmet')
    expect(verdict(policy, since('2025-11-21'), 'new-120')).toBeUndefined()
    expect(verdict(policy, since(null), 'new-120')).toMatchObject({ is: 'undetermined', missing: ['worked-since'] })
  })

  it('a minimum per year looks at the year of the day asked, wherever the district lets a year begin', () => {
    const policy = withRules([rule({ id: 'year-24', type: 'minimum', unit: 'hours', value: '24', window: 'year' } as never)])
    const t = teacher({
      entries: [
        { hours: '20', on: '2026-05-01' },
        { hours: '10', on: '2026-09-01' },
      ],
    })
    expect(verdict(policy, t, 'year-24')).toMatchObject({ is: 'met', has: h('30') })
    expect(verdict(withSetting('yearStart', '07-01', policy), t, 'year-24')).toMatchObject({ is: 'unmet', has: h('10') })
  })

  it('credits are converted only where the district confirmed how', () => {
    const t = teacher({ entries: [{ hours: '30' }] })
    expect(verdict(yuzhong, t, 'credits')).toMatchObject({ is: 'undetermined', has: 0, missing: ['credits'] })
    expect(verdict(withSetting('hoursPerCredit', { num: 3, den: 1 }), t, 'credits')).toMatchObject({ is: 'unmet', has: 100 })
  })

  it('the register gets whole hours, and what it does not get is said', () => {
    const down = rule({ id: 'x', type: 'export-rounding', unit: 'whole-hours', direction: 'down' } as never) as RuleOf<'export-rounding'>
    expect(exported(down, h('70.5'))).toEqual({ hours: 70, lost: h('0.5') })
    expect(exported({ ...down, direction: 'half-up' }, h('70.5'))).toEqual({ hours: 71, lost: -5 })
    expect(exported(down, h('70'))).toEqual({ hours: 70, lost: 0 })
  })
})

describe('views over the same entries', () => {
  const entries = [
    { id: 'a', hours: '30', on: '2026-06-30' },
    { id: 'b', hours: '30', on: '2026-07-01' },
    { id: 'c', hours: '5', on: '2019-05-01' },
    { id: 'd', hours: '3', on: '2026-10-01', as: 'claimed' as const },
    { id: 'e', hours: '2', on: '2026-12-24' },
  ]
  it('a school year and a calendar year show the hours of their own days, counted as their cycle counts them', () => {
    const policy = withRules([rule({ id: 'cycle-50', type: 'cap', per: 'cycle', value: '50' } as never)])
    const calendar = hoursInWindow(policy, teacher({ entries }), yearWindow('01-01', TODAY), TODAY)
    expect(calendar.totals).toEqual({ pending: h('3'), recognised: h('60'), counted: h('50') })
    const school = hoursInWindow(policy, teacher({ entries }), yearWindow('07-01', TODAY), TODAY)
    expect(school.totals).toEqual({ pending: h('3'), recognised: h('30'), counted: h('20') })
    expect(school.entries.map((t) => [t.id, t.place])).toEqual([
      ['b', 'inside'],
      ['d', 'pending'],
      ['e', 'later'],
    ])
  })
  it('an entry in no cycle is listed, and counts nothing', () => {
    const view = hoursInWindow(yuzhong, teacher({ entries }), yearWindow('01-01', day('2019-05-01')), TODAY)
    expect(view.totals).toEqual({ pending: 0, recognised: h('5'), counted: 0 })
    expect(view.byLevel).toEqual([{ key: 'school', pending: 0, recognised: h('5'), counted: 0 }])
    expect(view.entries.map((t) => t.id)).toEqual(['c'])
  })
  it('a window over two cycles adds what each counts', () => {
    const july = withSetting('cycles', JULY)
    const view = hoursInWindow(july, teacher({ entries }), yearWindow('01-01', TODAY), TODAY)
    expect(view.totals.counted).toBe(h('60'))
  })
})
