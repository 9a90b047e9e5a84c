// The list and its filters, the sheet whose lines add up, one record's way and how it was counted.
import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import EntryRow from '../../../src/app/teacher/EntryRow.vue'
import { entryCalc } from '../../../src/app/teacher/entry-calc.ts'
import { entrySteps } from '../../../src/app/teacher/entry-steps.ts'
import { ownDataText } from '../../../src/app/teacher/own-data.ts'
import { proofSheet } from '../../../src/app/teacher/proof-lines.ts'
import { choicesFor, openYearStart, proofWindow, type ProofChoice } from '../../../src/app/teacher/proof-windows.ts'
import { byYear, shownRecords, statesThere, yearsOf } from '../../../src/app/teacher/record-filter.ts'
import { wayToMend } from '../../../src/app/teacher/way-to-mend.ts'
import { day } from '../../../src/domain/day.ts'
import { hoursInWindow } from '../../../src/domain/evaluate/hours-in-window.ts'
import { tenths } from '../../../src/domain/hours.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import type { SessionInfo } from '../../../src/wire/session.ts'
import { rule, teacher, withRules, withSetting, yuzhong, type Given } from '../../domain/evaluate/people.ts'
import { reference, TODAY, viewOf } from './view-of.ts'

const some: Given[] = [
  { id: 'a', as: 'accepted', on: '2026-03-01', hours: '4' },
  { id: 'b', as: 'claimed', on: '2026-11-01', hours: '12' },
  { id: 'c', as: 'returned', on: '2025-12-30' },
  { id: 'd', as: 'reversed', on: '2025-05-01' },
  { id: 'e', as: 'granted', on: '2026-06-01', hours: '2.5' },
]
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('nothing there')
  return one
}

describe('one record in the list', () => {
  it('is called 补登 when it was handed in after its year, reason or none, also once it is recognised', () => {
    const { dossier, entries } = viewOf(
      teacher({
        entries: [
          { as: 'accepted', on: '2025-12-20', recordedOn: '2026-01-05' },
          { as: 'accepted', on: '2026-03-01' },
        ],
      }),
    )
    const tagged = entries.map((one) =>
      mount(EntryRow, { props: { one, dossier, policy: yuzhong }, global: { stubs: { RouterLink: RouterLinkStub } } })
        .text()
        .includes('补登'),
    )
    expect([entries.map((one) => one.entry.training.last), tagged]).toEqual([
      ['2026-03-01', '2025-12-20'],
      [false, true],
    ])
  })
})

describe('the list of records', () => {
  const { entries } = viewOf(teacher({ entries: some }))
  const ids = (list: typeof entries): string[] => list.map((one) => one.entry.id)

  it('is filtered by state and by the year of the last day', () => {
    expect(ids(shownRecords(entries, 'all', null))).toEqual(['b', 'e', 'a', 'c', 'd'])
    expect(ids(shownRecords(entries, 'recognised', null))).toEqual(['e', 'a'])
    expect(ids(shownRecords(entries, 'returned', '2025'))).toEqual(['c'])
    expect(ids(shownRecords(entries, 'returned', '2026'))).toEqual([])
  })

  it('offers only states and years there are records of', () => {
    expect(
      statesThere(
        entries.filter((one) => one.entry.state === 'recognised'),
        0,
      ),
    ).toEqual(['all', 'recognised'])
    expect(statesThere([], 1)).toEqual(['all', 'draft'])
    expect(yearsOf(entries)).toEqual(['2026', '2025'])
    expect(byYear(entries).map(({ year, entries: list }) => [year, list.length])).toEqual([
      ['2026', 3],
      ['2025', 2],
    ])
  })
})

describe('the sheet to print', () => {
  const sheet = (choice: ProofChoice, entries: readonly Given[] = some, policy: Policy = yuzhong, own = { from: '', to: '' }) => {
    const dossier = teacher({ entries })
    const window = proofWindow(choice, policy, [], TODAY, own)
    if (window === null) throw new Error('no window')
    return proofSheet(hoursInWindow(policy, dossier, window, TODAY), policy, null)
  }

  it('lists what is recognised, sums it by level, and says what is not listed', () => {
    expect(sheet('cycle')).toMatchObject({
      recognised: '6.5',
      counted: '6.5',
      waiting: { entries: 1, hours: '12' },
      levels: [{ level: '校本', recognised: '6.5', counted: '6.5' }],
    })
    expect(sheet('cycle').lines.map((line) => [line.number, line.recognised])).toEqual([
      ['1', '4'],
      ['2', '2.5'],
    ])
  })

  it('its lines add up to its sums under a cap, which is said line by line', () => {
    const capped = withRules([rule({ id: 'c-5', type: 'cap', per: 'cycle', value: '5' } as never)])
    expect(sheet('cycle', some, capped)).toMatchObject({ recognised: '6.5', counted: '5', lines: [{ counted: '4' }, { counted: '1' }] })
  })

  it('covers any own days, and none that end before they begin', () => {
    expect(sheet('own', some, yuzhong, { from: '2026-05-01', to: '2026-12-31' }).recognised).toBe('2.5')
    expect(proofWindow('own', yuzhong, [], TODAY, { from: '2026-05-02', to: '2026-05-01' })).toBeNull()
    expect(proofWindow('own', yuzhong, [], TODAY, { from: '2026-02-30', to: '2026-05-01' })).toBeNull()
  })

  it('knows the last cycle and the school year, and says where its beginning is only assumed', () => {
    expect(proofWindow('last-cycle', yuzhong, [], TODAY, { from: '', to: '' })).toMatchObject({ first: '2021-01-01', last: '2025-12-31' })
    const september = withSetting('yearStart', '09-01')
    expect(proofWindow('school-year', september, [], TODAY, { from: '', to: '' })).toMatchObject({
      first: '2026-09-01',
      last: '2027-08-31',
    })
    expect([openYearStart(yuzhong, TODAY), openYearStart(september, TODAY)]).toEqual(['01-01', null])
    expect(choicesFor(yuzhong, [], day('2022-05-01'))).not.toContain('last-cycle')
  })

  it('a training not over yet waits for its last day', () => {
    expect(sheet('cycle', [{ as: 'accepted', on: '2026-12-01', recordedOn: '2026-11-01' }])).toMatchObject({
      lines: [],
      later: 1,
      recognised: '0',
    })
  })
})

describe('one record', () => {
  it('is counted step by step, each with its source, down to what counts', () => {
    const policy = withRules([rule({ id: 'c-5', type: 'cap', per: 'cycle', value: '5' } as never)])
    const view = viewOf(teacher({ entries: [{ id: 'a', as: 'accepted', on: '2026-03-01', hours: '8', recognised: '6' }] }))
    const { rows, counted } = entryCalc(policy, view.dossier, first(view.entries).entry, TODAY)
    expect(rows.map((row) => [row.what, row.value]).slice(0, 4)).toEqual([
      ['申报', '8'],
      ['认定', '6'],
      ['c-5', '−1'],
      ['计入 2026–2030 周期', '5'],
    ])
    expect([rows[2]?.source, counted]).toEqual(['test', 50])
  })

  it('one that waits says what it would count; one outside any cycle says so', () => {
    const last = (given: Given): [string, string] => {
      const view = viewOf(teacher({ entries: [given] }))
      const row = entryCalc(yuzhong, view.dossier, first(view.entries).entry, TODAY).rows.slice(-1)[0]
      return [row?.what ?? '', row?.value ?? '']
    }
    expect(last({ as: 'claimed', on: '2026-03-01' })).toEqual(['通过后预计计入 2026–2030 周期', '4'])
    expect(last({ as: 'claimed', on: '2019-03-01' })).toEqual(['不在任何周期内，不计入', '0'])
    expect(last({ as: 'reversed', on: '2026-03-01' })).toEqual(['不计入', '0'])
  })

  it('tells its whole way by name and role, and who moves it next', () => {
    const view = viewOf(teacher({ entries: [{ as: 'returned', on: '2026-11-10' }] }))
    const steps = entrySteps(first(view.entries), view.dossier, reference(), TODAY)
    expect(steps.map((step) => [step.kind, step.what])).toEqual([
      ['done', '本人登记，存在本机'],
      ['done', '到达服务器'],
      ['returned', '单国庆（师训专干）退回'],
      ['next', '请你改一改再交'],
    ])
    expect(steps[2]?.note).toBe('原因：请补证明')
  })

  it('somebody who was absent reads beside 0 hours what stood on the list', () => {
    const view = viewOf(teacher({ entries: [{ as: 'granted', on: '2026-11-10' }] }))
    const one = first(view.entries)
    const absent = { ...one, entry: { ...one.entry, training: { ...one.entry.training, result: '缺席' } } }
    expect(entrySteps(absent, view.dossier, reference(), TODAY).map((step) => step.note)).toContain('名册上写的：缺席')
    expect(entrySteps(one, view.dossier, reference(), TODAY).map((step) => step.note)).not.toContain('名册上写的：缺席')
  })

  it('an answer that keeps what had been reversed says so: there is no recognition left to keep', () => {
    const view = viewOf(teacher({ entries: [{ as: 'reversed', on: '2026-03-10' }] }))
    const one = first(view.entries)
    const last = first(one.entry.facts.slice(-1))
    const { op, recordedOn, recordedAt, saidAt, by, byName, byRole } = last
    const base = { op, recordedOn, recordedAt, saidAt, by, byName, byRole, what: 'correction-answered' as const, reason: '已核对' }
    const after = (...hours: readonly (typeof one.entry.recognised)[]): typeof one => ({
      ...one,
      entry: { ...one.entry, facts: [...one.entry.facts, ...hours.map((h) => ({ ...last, ...base, request: op, hours: h }))] },
    })
    const said = (of: typeof one): (string | undefined)[] => entrySteps(of, view.dossier, reference(), TODAY).map((step) => step.what)
    expect(said(after(null)).slice(-1)).toEqual(['单国庆（师训专干）答复：维持冲销，不计学时'])
    expect(said(after(tenths(60), null)).slice(-2)).toEqual(['单国庆（师训专干）答复：改为 6 学时', '单国庆（师训专干）答复：维持原认定'])
  })

  it('one that is still on the phone has not arrived anywhere', () => {
    const view = viewOf(teacher({ entries: [{ as: 'claimed', on: '2026-11-10' }] }))
    const one = first(view.entries)
    const op = one.entry.facts[0]?.op ?? ''
    const unsent = {
      ...one,
      local: 'on-this-phone' as const,
      pending: [{ op, key: '', row: one.entry.id, verb: 'claim-hours', args: {}, savedAt: '', waitsFor: null, again: false }],
    }
    expect(entrySteps(unsent, view.dossier, reference(), TODAY).map((step) => step.what)).toEqual([
      '本人登记，存在本机',
      '有网自动送到服务器',
    ])
  })

  it('one that waits names the desk and its people', () => {
    const view = viewOf(teacher({ entries: [{ as: 'claimed', on: '2026-11-10' }] }))
    expect(entrySteps(first(view.entries), view.dossier, reference(), TODAY).slice(-1)).toMatchObject([
      { kind: 'next', what: '等学校 单国庆（师训专干）审核' },
    ])
  })
})

it('a refused claim is mended in the form, a refused withdrawal at its record, other people’s work on their own pages', () => {
  const op = { op: 'op-1', row: 'row-1' }
  expect(wayToMend({ ...op, verb: 'claim-hours' })).toEqual({ to: '/claim?answers=op-1', form: true })
  expect(wayToMend({ ...op, verb: 'amend-claim', code: 'claim.not-amendable' })).toEqual({ to: '/entry/row-1', form: false })
  expect(wayToMend({ ...op, verb: 'withdraw-claim' })).toEqual({ to: '/entry/row-1', form: false })
  expect(wayToMend({ ...op, verb: 'accept-claim' })).toBeNull()
})

it('own data is everything in the dossier, readable by another program', () => {
  const view = viewOf(teacher({ entries: some }))
  const session = {
    person: 'p-qin',
    name: '覃丽莎',
    hasDossier: true,
    roles: [],
    district: { id: '500103', code: '500103', name: '渝中区' },
    home: null,
    device: 'd',
    words: {},
  } satisfies SessionInfo
  const read = JSON.parse(ownDataText(view, session, TODAY)) as { rows: unknown[]; identity: { name: string } }
  expect([read.rows.length, read.identity.name]).toEqual([view.dossier.rows.size, '覃丽莎'])
})
