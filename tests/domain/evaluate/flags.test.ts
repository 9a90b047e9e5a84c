import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { entryOf } from '../../../src/domain/entry.ts'
import { flagsFor, flagsOfEntry, isLate, type FlagCode } from '../../../src/domain/evaluate/flags.ts'
import { preview } from '../../../src/domain/evaluate/preview.ts'
import { evaluateCycle } from '../../../src/domain/evaluate/evaluate-cycle.ts'
import type { RowId } from '../../../src/domain/ids.ts'
import { h, hoursRow, rule, teacher, training, withRules, withSetting, yuzhong, type Given } from './people.ts'

const TODAY = day('2026-11-21')
const codes = (claim: Given, others: readonly Given[] = [], policy = yuzhong, today = TODAY): FlagCode[] =>
  flagsFor({ dossier: teacher({ entries: others }), training: training(claim), policy, today }).map((f) => f.code)

describe('a teacher filling in a claim is shown what is worth a look, and is never refused', () => {
  it('an ordinary claim of this year raises nothing', () => {
    expect(codes({ on: '2026-11-20', hours: '4' })).toEqual([])
  })
  it('the same training under a title typed differently is a likely duplicate', () => {
    const first: Given = { id: 'a', on: '2026-09-12', training: { title: '校本研修·作业设计(第6次)' } }
    expect(codes({ on: '2026-09-12', training: { title: '校本研修-作业设计（第6次）' } }, [first])).toEqual(['likely-duplicate'])
    expect(codes({ on: '2026-09-14', training: { title: '校本研修-作业设计（第6次）' } }, [first])).toEqual(['likely-duplicate'])
    expect(codes({ on: '2026-10-20', training: { title: '校本研修-作业设计（第6次）' } }, [first])).toEqual([])
  })
  it('an activity already granted by roster is a likely duplicate, whatever the title', () => {
    const activity = 'activity' as RowId
    expect(
      codes({ on: '2026-09-30', training: { activity, title: '另一个名字' } }, [{ on: '2026-09-12', training: { activity } }]),
    ).toEqual(['likely-duplicate'])
  })
  it('what was withdrawn or reversed is no duplicate', () => {
    expect(
      codes({ on: '2026-09-12', training: { title: '同一个' } }, [{ on: '2026-09-12', as: 'reversed', training: { title: '同一个' } }]),
    ).toEqual([])
  })
  it('two trainings on the same days overlap, but online study runs beside anything', () => {
    const camp: Given = { first: '2026-07-01', on: '2026-07-05', hours: '30', training: { title: '暑期集中培训', mode: 'face-to-face' } }
    expect(codes({ first: '2026-07-04', on: '2026-07-06', hours: '12' }, [camp])).toEqual(['overlapping-days'])
    expect(codes({ first: '2026-07-04', on: '2026-07-06', hours: '12', training: { mode: 'online' } }, [camp])).toEqual([])
  })
  it('a morning and an afternoon of one day do not overlap while the day holds both', () => {
    const morning: Given = { on: '2026-10-10', hours: '4', training: { title: '上午' } }
    expect(codes({ on: '2026-10-10', hours: '3' }, [morning])).toEqual([])
    expect(codes({ first: '2026-10-09', on: '2026-10-10', hours: '4' }, [morning])).toEqual(['overlapping-days'])
    expect(codes({ on: '2026-10-10', hours: '3' }, [morning], withSetting('dayHours', null))).toEqual(['overlapping-days'])
  })
  it('more than the day holds is flagged, alone or together with what else lies on those days', () => {
    expect(codes({ on: '2026-10-10', hours: '9' })).toEqual(['more-than-the-day'])
    expect(codes({ first: '2026-10-09', on: '2026-10-10', hours: '16' })).toEqual([])
    expect(codes({ on: '2026-10-10', hours: '5' }, [{ on: '2026-10-10', hours: '4', training: { title: '上午' } }])).toEqual([
      'overlapping-days',
      'more-than-the-day',
    ])
    expect(codes({ on: '2026-10-10', hours: '9' }, [], withSetting('dayHours', null))).toEqual([])
  })
  it('a day to come, a day before the post began, a day in no cycle', () => {
    expect(codes({ on: '2026-11-22' })).toEqual(['future-day'])
    expect(codes({ on: '2005-05-01' })).toEqual(['outside-employment', 'outside-cycle', 'late'])
  })
  it('over a cap says how much would count, and by which rule', () => {
    const policy = withRules([rule({ id: 'p-18', type: 'cap', per: 'project', value: '18' } as never)])
    const dossier = teacher({ entries: [{ hours: '10', on: '2026-08-20', training: { project: 'p', mode: 'online' } }] })
    const flags = flagsFor({
      dossier,
      training: training({ hours: '14', first: '2026-09-10', on: '2026-09-11', training: { project: 'p' } }),
      policy,
      today: TODAY,
    })
    expect(flags).toEqual([{ code: 'over-cap', rules: ['p-18'], hours: h('14'), countable: h('8') }])
  })
  it('补登 is what is recorded after its year, or its cycle, was over', () => {
    expect(flagsFor({ dossier: teacher(), training: training({ on: '2026-12-28' }), policy: yuzhong, today: day('2027-01-05') })).toEqual([
      { code: 'late', after: 'year', ended: '2026-12-31' },
    ])
    expect(flagsFor({ dossier: teacher(), training: training({ on: '2024-05-01' }), policy: yuzhong, today: TODAY })).toEqual([
      { code: 'late', after: 'cycle', ended: '2025-12-31' },
    ])
    const july = withSetting('yearStart', '07-01')
    expect(codes({ on: '2026-06-20' }, [], july)).toEqual(['late'])
    expect(codes({ on: '2026-07-20' }, [], july, day('2027-06-30'))).toEqual([])
  })
  it('a reviewer sees an entry late only when it was late on the day it was recorded', () => {
    const row = hoursRow({ id: 'a', on: '2026-12-20', recordedOn: '2026-12-22', as: 'claimed' })
    const d = { ...teacher(), rows: new Map(teacher().rows).set(row.id, row) }
    expect(flagsOfEntry(yuzhong, d, row.id, day('2027-02-01'))).toEqual([])
    const late = hoursRow({ id: 'b', on: '2026-12-20', recordedOn: '2027-01-03', as: 'claimed' })
    const e = { ...teacher(), rows: new Map(teacher().rows).set(late.id, late) }
    expect(flagsOfEntry(yuzhong, e, late.id, day('2027-02-01')).map((f) => f.code)).toEqual(['late'])
  })
  it('a record stays 补登 after it was recognised, reason or none, and one of a roster never is', () => {
    const read = (given: Given): boolean => {
      const row = hoursRow({ id: 'a', on: '2026-12-20', ...given })
      const entry = row.kind === 'hours' ? entryOf(row) : null
      if (entry === null) throw new Error('no entry')
      return isLate(yuzhong, { ...teacher(), rows: new Map(teacher().rows).set(row.id, row) }, entry)
    }
    expect([
      read({ as: 'accepted', recordedOn: '2027-01-03' }),
      read({ as: 'accepted', recordedOn: '2026-12-22' }),
      read({ as: 'granted', recordedOn: '2027-01-03' }),
    ]).toEqual([true, false, false])
  })
})

describe('before a claim is sent, 预计可认定 and 预计可计入 come from the engine that will count it', () => {
  const policy = withRules([rule({ id: 'p-18', type: 'cap', per: 'project', value: '18' } as never)])
  const online = (hours: string, on: string, as: Given['as'] = 'granted'): Given => ({
    id: `${on}${hours}`,
    hours,
    on,
    as,
    training: { project: 'p', mode: 'online', level: 'district' },
  })

  it('报 24, 可认定 24, 可计入 18, with the rule', () => {
    const p = preview(policy, teacher(), training(online('24', '2026-08-20')))
    expect(p).toMatchObject({
      recognisable: h('24'),
      countable: h('18'),
      gain: h('18'),
      decides: ['school', 'district'],
      steps: [{ rule: 'p-18', before: h('24'), after: h('18') }],
    })
    expect(p.open.map((q) => q.id)).toEqual(['caps', 'conversion'])
  })
  it('a claim for an earlier day may only take room from a later one', () => {
    const p = preview(policy, teacher({ entries: [online('18', '2026-08-20')] }), training(online('10', '2026-03-01')))
    expect(p).toMatchObject({ countable: h('10'), gain: 0 })
  })
  it('a claim being amended is not counted beside itself', () => {
    const d = teacher({ entries: [{ ...online('18', '2026-08-20', 'claimed'), id: 'mine' }] })
    expect(preview(policy, d, training(online('12', '2026-08-20')), 'mine' as RowId)).toMatchObject({ countable: h('12'), gain: h('12') })
  })
  it('what was previewed is what counts once it is accepted', () => {
    const claim = online('24', '2026-08-20')
    const p = preview(policy, teacher({ entries: [online('3', '2026-01-10')] }), training(claim))
    const counted = evaluateCycle(policy, teacher({ entries: [online('3', '2026-01-10'), claim] }), TODAY).counted
    expect(counted).toBe(p.gain + h('3'))
  })
  it('a day in no cycle counts towards none', () => {
    expect(preview(policy, teacher(), training({ on: '2019-05-01', hours: '8' }))).toMatchObject({
      recognisable: h('8'),
      countable: 0,
      cycle: null,
    })
  })
})
