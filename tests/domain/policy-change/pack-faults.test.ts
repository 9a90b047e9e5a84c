// A district that chooses a pack's file is told every fault in words before anything is put on the list.

import { expect, test } from 'vitest'
import { packFaults } from '../../../src/app/text/policy-page.ts'
import { faultsOfFile } from '../../../src/domain/policy-change/pack-faults.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { packText } from './pack-text.ts'

const policy = policyFor('500103')
const other = policyFor('500118')
if (policy === null || other === null) throw new Error('no policy')
const cap = (levels: readonly string[]) => ({
  id: 'most',
  title: '最多计入',
  from: '2026-01-01',
  to: null,
  mark: 'stated',
  source: { document: '十五五规划', number: null, quote: '不超过20学时' },
  type: 'cap',
  per: 'cycle',
  value: '20',
  filter: { levels },
})
const codes = (text: string, of = policy): string[] => faultsOfFile(text, of).map((f) => f.code)

test('a whole pack of the district has none, and may speak of titles that are already in force', () => {
  expect(codes(packText())).toEqual([])
})

test('no file of data, another district’s pack, a level the district has not, a level nobody has: each is said', () => {
  expect(codes('路过的文件')).toEqual(['unreadable'])
  expect(codes(packText({ parts: {} }), other)).toEqual(['other-district'])
  expect(codes(packText({ rules: [cap(['area'])] }))).toEqual(['unknown-level'])
  expect(codes(packText({ rules: [cap(['nowhere'])] }))).toContain('shape')
  for (const words of Object.values(packFaults)) expect(words).toMatch(/[\u4e00-\u9fff]{4,}/)
})

test('what begins later than what holds now brings that along, so that no closed year and no present cycle is left without', () => {
  const minimum = policy.rules.find((r) => r.type === 'minimum' && r.unit === 'hours')
  if (minimum?.type !== 'minimum') throw new Error('no minimum')
  const until = { ...minimum, to: '2030-12-31' }
  const next = { ...minimum, from: '2031-01-01', value: '400' }
  expect(faultsOfFile(packText({ rules: [next] }), policy)).toEqual([{ code: 'leaves-days-open', where: `rule ${minimum.id}` }])
  expect(codes(packText({ rules: [until, next] }))).toEqual([])
  expect(codes(packText({ rules: [{ ...minimum, value: '400' }] }))).toEqual([])

  const { dayHours } = policy.settings
  const later = { ...dayHours, from: '2031-01-01', value: '6', mark: 'stated' }
  expect(faultsOfFile(packText({ settings: { dayHours: later } }), policy)).toEqual([
    { code: 'leaves-days-open', where: 'setting dayHours' },
  ])
  const { value, from, source, mark } = dayHours
  expect(codes(packText({ settings: { dayHours: { ...later, earlier: [{ value, from, to: '2030-12-31', source, mark }] } } }))).toEqual([])
  // What was never set leaves nothing open.
  const { attendanceShare } = policy.settings
  expect(
    codes(packText({ settings: { attendanceShare: { ...attendanceShare, from: '2031-01-01', value: '0.8', mark: 'stated' } } })),
  ).toEqual([])
})
