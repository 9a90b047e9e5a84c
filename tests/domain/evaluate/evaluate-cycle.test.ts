import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import { rollingFive } from '../../../src/domain/evaluate/window.ts'
import { h, JULY, rule, teacher, withRules, withSetting, yuzhong } from './people.ts'

const TODAY = day('2026-11-21')
const ofRule = <T extends { rule: string }>(list: readonly T[], id: string): T | undefined => list.find((v) => v.rule === id)

describe('a teacher reads where she stands', () => {
  it('sees three numbers, never mixed, by level, mode and tag', () => {
    const e = evaluateCycle(
      yuzhong,
      teacher({
        entries: [
          { hours: '20', training: { tags: ['师德'] } },
          { hours: '10.5', as: 'accepted', recognised: '8', training: { level: 'city', mode: 'online', tags: ['师德', '学科'] } },
          { hours: '6', as: 'claimed' },
          { hours: '9', as: 'returned' },
        ],
      }),
      TODAY,
    )
    expect(e.totals).toEqual({ pending: h('6'), recognised: h('28'), counted: h('28') })
    expect(e.byLevel).toEqual([
      { key: 'city', pending: 0, recognised: h('8'), counted: h('8') },
      { key: 'school', pending: h('6'), recognised: h('20'), counted: h('20') },
    ])
    expect(e.byMode.map((s) => s.key)).toEqual(['online', 'school-based'])
    expect(e.byTag).toEqual([
      { key: '学科', pending: 0, recognised: h('8'), counted: h('8') },
      { key: '师德', pending: 0, recognised: h('28'), counted: h('28') },
    ])
    expect(e.short).toBe(h('332'))
    expect(e.shortAfterPending).toBe(h('326'))
    expect(e.window.id).toBe('2026–2030')
  })

  it('reads why a rule is not met: how much is short, what a rule took away, what waits for a decision', () => {
    const policy = withRules([rule({ id: 'school-10', type: 'cap', per: 'cycle', value: '10', filter: { levels: ['school'] } } as never)])
    const e = evaluateCycle(
      policy,
      teacher({
        entries: [
          { id: 'a', hours: '18' },
          { id: 'b', hours: '6', as: 'claimed', training: { level: 'city' } },
        ],
      }),
      TODAY,
    )
    expect(ofRule(e.verdicts, 'hours')).toMatchObject({
      is: 'unmet',
      has: h('10'),
      short: h('350'),
      shortAfterPending: h('344'),
      reasons: [
        { code: 'short', short: h('350') },
        { code: 'reduced', rule: 'school-10', by: h('8') },
        { code: 'pending', would: h('6') },
      ],
    })
    expect(e.trace[0]).toMatchObject({
      id: 'a',
      claimed: h('18'),
      recognised: h('18'),
      counted: h('10'),
      place: 'inside',
      steps: [{ rule: 'school-10', type: 'cap', before: h('18'), after: h('10'), source: { document: 'test' } }],
    })
    expect(e.trace[1]).toMatchObject({ id: 'b', recognised: null, counted: 0, expected: h('6'), place: 'pending' })
  })

  it('is 已达标 from the tenth that completes 360, whatever else is missing', () => {
    const almost = teacher({ entries: [{ hours: '359.9' }], pauses: [{ from: null, to: null }] })
    expect(evaluateCycle(yuzhong, almost, TODAY).state).toBe('unverified')
    const whole = teacher({ entries: [{ hours: '359.9' }, { hours: '0.1' }], pauses: [{ from: null, to: null }] })
    expect(evaluateCycle(yuzhong, whole, TODAY)).toMatchObject({ state: 'met', short: 0, missing: [] })
  })

  it('is 需关注 only after the share of the cycle and above the rate that the pack sets', () => {
    const nothing = teacher()
    expect(evaluateCycle(yuzhong, nothing, day('2026-06-01')).state).toBe('on-the-way')
    expect(evaluateCycle(yuzhong, nothing, TODAY).state).toBe('concern')
    expect(evaluateCycle(yuzhong, teacher({ entries: [{ hours: '60' }] }), TODAY).state).toBe('on-the-way')
    expect(evaluateCycle(withSetting('concernRate', null), nothing, TODAY).state).toBe('on-the-way')
    expect(evaluateCycle(yuzhong, teacher({ entries: [{ hours: '359.9' }] }), day('2030-12-31')).state).toBe('concern')
  })

  it('forecasts what is still needed per year and per term, also once what waits is accepted', () => {
    const e = evaluateCycle(yuzhong, teacher({ entries: [{ hours: '58' }, { hours: '12', as: 'claimed' }] }), TODAY)
    expect(e.forecast).toEqual({
      daysLeft: 1501,
      perYear: Math.ceil((3020 * 365) / 1501),
      perTerm: Math.ceil((3020 * 182) / 1501),
      perTermAfterPending: Math.ceil((2900 * 182) / 1501),
    })
    const over = evaluateCycle(yuzhong, teacher({ entries: [{ hours: '58', on: '2021-05-01' }] }), day('2031-03-01'), {
      window: { id: null, first: day('2026-01-01'), last: day('2030-12-31') },
    })
    expect(over.forecast).toEqual({ daysLeft: 0, perYear: null, perTerm: null, perTermAfterPending: null })
  })

  it('with a pause that names no day she is 待核实, and no day is guessed', () => {
    const e = evaluateCycle(yuzhong, teacher({ pauses: [{ from: null, to: null }] }), TODAY)
    expect(e).toMatchObject({ state: 'unverified', missing: ['pause-undated'], evenPace: h('64.1') })
  })

  it('after maternity leave sees both outcomes while nobody has said whether a pause extends the cycle', () => {
    const leave = teacher({ entries: [{ hours: '230', on: '2030-05-01' }], pauses: [{ from: '2028-03-01', to: '2029-02-28' }] })
    const e = evaluateCycle(yuzhong, leave, day('2030-12-31'))
    expect(e.ifExtended).toMatchObject({ last: '2031-12-31', state: 'concern', short: h('130') })
    const nearly = teacher({ entries: [{ hours: '300', on: '2030-05-01' }], pauses: [{ from: '2028-03-01', to: '2029-02-28' }] })
    expect(evaluateCycle(yuzhong, nearly, day('2030-12-31'))).toMatchObject({
      state: 'unverified',
      missing: ['pause-extends'],
      ifExtended: { state: 'on-the-way' },
    })
    const confirmed = withSetting('pauseExtends', 'extends')
    expect(evaluateCycle(confirmed, nearly, day('2031-02-01'))).toMatchObject({
      state: 'on-the-way',
      window: { last: '2031-12-31' },
      ifExtended: null,
    })
    expect(evaluateCycle(withSetting('pauseExtends', 'does-not'), nearly, day('2030-12-31'))).toMatchObject({
      state: 'concern',
      ifExtended: null,
    })
  })

  it('who began in the middle of a cycle sees both answers, and is 待核实 only where they differ', () => {
    const began = { workedSince: day('2028-07-01') }
    const open = evaluateCycle(yuzhong, teacher({ identity: began, entries: [{ hours: '200', on: '2029-05-01' }] }), day('2029-06-01'))
    expect(open.ifByTime).toMatchObject({ required: h('180.2'), short: 0, state: 'met' })
    expect(open).toMatchObject({ state: 'unverified', missing: ['part-cycle'] })
    expect(ofRule(open.verdicts, 'hours')).toMatchObject({ is: 'undetermined', missing: ['part-cycle'] })
    const early = evaluateCycle(yuzhong, teacher({ identity: began, entries: [{ hours: '150', on: '2029-05-01' }] }), day('2029-06-01'))
    expect(early).toMatchObject({ state: 'unverified', ifByTime: { state: 'on-the-way' } })
    const byTime = evaluateCycle(
      withSetting('partCycle', 'by-time'),
      teacher({ identity: began, entries: [{ hours: '200', on: '2029-05-01' }] }),
      day('2029-06-01'),
    )
    expect(byTime).toMatchObject({ state: 'met', required: h('180.2'), ifByTime: null })
    const whole = evaluateCycle(
      withSetting('partCycle', 'whole'),
      teacher({ identity: began, entries: [{ hours: '200', on: '2029-05-01' }] }),
      day('2029-06-01'),
    )
    expect(whole).toMatchObject({ required: h('360'), ifByTime: null })
  })

  it('history that nobody confirmed leaves a verdict open, never at zero, unless it is met anyway', () => {
    const five = { window: rollingFive(TODAY) }
    const some = teacher({ entries: [{ hours: '40', on: '2026-03-01' }] })
    expect(evaluateCycle(yuzhong, some, TODAY, five)).toMatchObject({ state: 'unverified', missing: ['history'] })
    expect(evaluateCycle(yuzhong, some, TODAY, { ...five, history: { confirmed: true, before: day('2026-01-01') } }).state).toBe('concern')
    const enough = teacher({ entries: [{ hours: '360', on: '2024-03-01' }] })
    expect(evaluateCycle(yuzhong, enough, TODAY, five).state).toBe('met')
    expect(evaluateCycle(yuzhong, some, TODAY).missing).toEqual([])
  })

  it('as known before an entry was recorded it was not there', () => {
    const late = teacher({ entries: [{ hours: '8', on: '2026-05-01', recordedOn: '2026-10-08' }] })
    expect(evaluateCycle(yuzhong, late, TODAY, { knownAt: day('2026-10-07') }).counted).toBe(0)
    expect(evaluateCycle(yuzhong, late, TODAY, { knownAt: day('2026-10-08') }).counted).toBe(h('8'))
  })

  it('July cycles work as calendar ones do', () => {
    const july = withSetting('cycles', JULY)
    const t = teacher({
      entries: [
        { hours: '10', on: '2026-06-30' },
        { hours: '20', on: '2026-07-01' },
      ],
    })
    expect(evaluateCycle(july, t, day('2026-06-30'))).toMatchObject({ counted: h('10'), window: { id: '2021–2026' }, evenPace: h('360') })
    expect(evaluateCycle(july, t, TODAY)).toMatchObject({ counted: h('20'), window: { id: '2026–2031', last: '2031-06-30' } })
    expect(evaluateCycle(yuzhong, t, TODAY).counted).toBe(h('30'))
  })

  it('120 credits and 20 of them from concentrated training are judged beside the hours, and never decide the headline', () => {
    const e = evaluateCycle(
      yuzhong,
      teacher({ entries: [{ hours: '400', credits: '5', training: { level: 'district', mode: 'face-to-face' } }] }),
      TODAY,
    )
    expect(e.state).toBe('met')
    expect(ofRule(e.verdicts, 'credits')).toMatchObject({ unit: 'credits', is: 'unmet', has: 50, short: 1150 })
    expect(ofRule(e.verdicts, 'credits-intensive')).toMatchObject({ is: 'unmet', has: 50, short: 150 })
  })
})
