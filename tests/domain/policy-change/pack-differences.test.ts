// Before a pack is published the district reads what it adds, changes and ends; afterwards what each pack brought.

import { expect, test } from 'vitest'
import { aroundPack, differences, withPack } from '../../../src/domain/policy-change/pack-differences.ts'
import { packOf } from '../../../src/domain/policy-change/published.ts'
import { chongqing } from '../../../src/domain/policy/packs/chongqing.ts'
import { national } from '../../../src/domain/policy/packs/national.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import { yuzhong } from '../../../src/domain/policy/packs/yuzhong.ts'
import { mergePacks } from '../../../src/domain/policy/merge.ts'
import type { Pack } from '../../../src/domain/policy/policy.ts'
import { packText } from './pack-text.ts'

const policy = policyFor('500103')
if (policy === null) throw new Error('no policy')
const packWith = (over: Record<string, unknown> = {}): Pack => {
  const pack = packOf(packText(over))
  if (pack === null) throw new Error('no pack')
  return pack
}
const minimum = policy.rules.find((r) => r.type === 'minimum' && r.unit === 'hours')
if (minimum?.type !== 'minimum') throw new Error('no minimum')
const broughtBy = (pack: Pack, earlier: readonly Pack[]) => {
  const { before, after } = aroundPack(pack, earlier)
  return differences(before, after)
}
const would = (pack: Pack, overrides: Parameters<typeof withPack>[2] = []) =>
  differences(policyFor('500103', overrides) ?? policy, withPack(policyFor('500103', overrides) ?? policy, pack, overrides))

test('an indicator that nobody had is added, with its title; everything else is left out', () => {
  expect(would(packWith())).toEqual([
    { part: 'indicators', id: 'yz-backbone-2030', title: '市区级骨干教师', is: 'added', from: null, fields: [] },
  ])
})

test('a pack that says what already holds changes nothing, and an empty one nothing either', () => {
  expect(would(packWith({ parts: {}, rules: [minimum], settings: { dayHours: policy.settings.dayHours } }))).toEqual([])
  expect(would(packWith({ parts: {} }))).toEqual([])
})

test('a rule and a setting that change say from what to what', () => {
  const pack = packWith({
    parts: {},
    rules: [{ ...minimum, value: '400', from: '2027-01-01' }],
    settings: { dayHours: { ...policy.settings.dayHours, value: '6', mark: 'stated', from: '2027-01-01' } },
  })
  const [rule, setting, ...others] = would(pack)
  expect(others).toEqual([])
  expect(rule).toMatchObject({ part: 'rules', id: minimum.id, title: minimum.title, is: 'changed', from: '2027-01-01' })
  expect(rule?.fields).toEqual([
    { field: 'value', was: minimum.value, will: '400' },
    { field: 'from', was: minimum.from, will: '2027-01-01' },
  ])
  expect(setting).toMatchObject({ part: 'settings', id: 'dayHours', title: 'dayHours', is: 'changed' })
  expect(setting?.fields.find((f) => f.field === 'value')?.will).toBe('6')
  expect(setting?.fields.find((f) => f.field === 'mark') ?? { was: null, will: null }).toMatchObject({ was: null, will: null })
})

test('a rule that gets a last day is ended; one that gets a second span of days says so', () => {
  const last = { ...minimum, to: '2026-12-31' }
  expect(would(packWith({ parts: {}, rules: [last] }))).toMatchObject([
    { id: minimum.id, is: 'ended', fields: [{ field: 'to', was: null, will: '2026-12-31' }] },
  ])
  const two = would(packWith({ parts: {}, rules: [last, { ...minimum, from: '2027-01-01', value: '400' }] }))
  expect(two).toMatchObject([{ id: minimum.id, is: 'changed', from: '2027-01-01' }])
  expect(two[0]?.fields).toContainEqual({ field: 'spans', was: '1', will: '2' })
})

test('what the later state has no more is gone', () => {
  const after = { ...policy, rules: policy.rules.filter((r) => r.id !== minimum.id) }
  expect(differences(policy, after)).toEqual([{ part: 'rules', id: minimum.id, title: minimum.title, is: 'gone', from: null, fields: [] }])
})

test('the policy with the pack is the one the server merges, also where the district confirmed a value of its own', () => {
  const own = [
    { key: 'dayHours', value: '9', from: '2026-03-01', source: '会议纪要' },
    { key: 'attendanceShare', value: '0.8', from: '2026-03-01', source: '会议纪要' },
  ]
  const pack = packWith({
    rules: [{ ...minimum, value: '400' }],
    settings: { dayHours: { ...policy.settings.dayHours, value: '6', mark: 'stated' } },
  })
  const before = mergePacks(national, chongqing, yuzhong, own)
  const merged = mergePacks(national, chongqing, yuzhong, own, [pack])
  expect({ ...withPack(before, pack, own), version: '' }).toEqual({ ...merged, version: '' })
  expect(
    differences(before, withPack(before, pack, own)).some((d) => d.id === 'dayHours' && d.fields.some((f) => f.field === 'value')),
  ).toBe(false)
})

test('of packs already published, each says what it brought over those before it', () => {
  const first = packWith()
  const indicator = first.parts?.indicators?.[0]
  if (indicator?.target == null) throw new Error('no indicator')
  const second = packWith({
    parts: { indicators: [{ ...indicator, target: { ...indicator.target, least: '1400', words: '1400人' } }] },
  })
  expect(broughtBy(first, []).map((d) => [d.title, d.is])).toEqual([['市区级骨干教师', 'added']])
  expect(broughtBy(second, [first])).toMatchObject([
    {
      title: '市区级骨干教师',
      is: 'changed',
      fields: [
        { field: 'target.least', was: '1300', will: '1400' },
        { field: 'target.words', was: '1300人', will: '1400人' },
      ],
    },
  ])
  expect(broughtBy(first, [first])).toEqual([])
})
