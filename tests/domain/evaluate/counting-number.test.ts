// Phones take a standing that another build counted where its number is theirs. So what standings come to is held here, number by number:
// whoever changes it on purpose raises COUNTING and writes the new sum down beside it, and never changes an old one.
import { expect, test } from 'vitest'
import { COUNTING, madeWith, MADE_WITH } from '../../../src/domain/evaluate/made-alike.ts'
import { casePolicy } from '../../../src/domain/evaluate/case-policy.ts'
import { standingOf } from '../../../src/domain/evaluate/standing.ts'
import type { Policy, Rule } from '../../../src/domain/policy/policy.ts'
import { canonical, shortHash } from '../../../src/wire/canonical.ts'
import { countedBy } from '../../../src/wire/counted-by.ts'
import { rule, teacher, withSetting, yuzhong, type Given, type Who } from './people.ts'

const SUMS: Readonly<Record<number, string>> = { 1: '8cac5958fddb605a' }

const window = { first: '2021-01-01', last: '2025-12-31' }
const minimums = [
  { id: 'total', unit: 'hours' as const, value: '360' },
  { id: 'own', unit: 'hours' as const, value: '60', filter: { levels: ['self'] } },
  { id: 'credits', unit: 'credits' as const, value: '72' },
]
const plain = casePolicy({ window, minimums })
const strict: Policy = {
  ...casePolicy({
    window,
    minimums,
    yearStart: '09-01',
    caps: [
      { id: 'year', per: 'year', value: '30' },
      { id: 'project', per: 'project', value: '12', filter: { tags: ['师德'] } },
    ],
    conversions: [{ id: 'won', factor: { num: 3, den: 2 }, results: ['一等奖'] }],
    attendance: { id: 'there', minimum: '0.8' },
    onceOnly: [{ id: 'once', filter: { tags: ['岗前'] } }],
    exclusions: [{ id: 'out', filter: { modes: ['other'] } }],
  }),
}
const offset: Policy = {
  ...plain,
  rules: [
    ...plain.rules,
    rule({ id: 'over', type: 'offset', toMinimum: 'own', atMost: '20', fromFilter: { levels: ['city'] } } as unknown as Rule),
  ],
}

const entries: Given[] = [
  { id: 'a', hours: '4.5', on: '2021-03-01' },
  {
    id: 'b',
    hours: '40',
    on: '2022-08-31',
    as: 'accepted',
    recognised: '36',
    training: { level: 'city', mode: 'online', project: '甲', tags: ['师德'] },
  },
  { id: 'c', hours: '16', on: '2022-09-01', as: 'claimed', training: { level: 'self', tags: ['师德', '岗前'], project: '甲' } },
  { id: 'd', hours: '8', on: '2023-05-05', as: 'accepted', training: { tags: ['岗前'], attendance: 700 } },
  { id: 'e', hours: '8', on: '2023-05-05', as: 'accepted', training: { tags: ['岗前'], attendance: 900, result: '一等奖' } },
  { id: 'f', hours: '3', on: '2024-01-01', as: 'returned' },
  { id: 'g', hours: '3', on: '2024-01-01', as: 'reversed' },
  { id: 'h', hours: '12', on: '2024-06-01', credits: '2', as: 'passed', training: { level: 'nation' } },
  { id: 'i', hours: '20', on: '2025-12-31', recordedOn: '2025-12-01', training: { mode: 'other' } },
]
const people: Who[] = [
  { entries },
  {
    entries: entries.slice(2, 7),
    pauses: [
      { from: '2022-01-01', to: '2022-06-30' },
      { from: null, to: null },
    ],
    left: '2025-08-31',
  },
  { identity: { workedSince: null, employment: 'contract' }, school: null },
]

test('the same dossiers under the same rules come to what this number says', () => {
  const standings = [plain, strict, offset].flatMap((policy) => people.map((who) => standingOf(policy, teacher(who))))
  expect(Object.keys(SUMS)).toHaveLength(COUNTING)
  expect(shortHash(standings), canonical(standings)).toBe(SUMS[COUNTING])
})

test('two policies are told apart by what standings are made with, and by nothing else', () => {
  const by = countedBy(yuzhong)
  expect(countedBy(JSON.parse(JSON.stringify(yuzhong)) as Policy)).toBe(by)
  expect(countedBy({ ...yuzhong, parts: { ...yuzhong.parts, indicators: [] }, words: {} })).toBe(by)
  expect(countedBy({ ...yuzhong, version: 'another' })).not.toBe(by)
  expect(countedBy({ ...yuzhong, rules: yuzhong.rules.slice(1) })).not.toBe(by)
  expect(countedBy(withSetting('yearStart', '07-01', { ...yuzhong }))).not.toBe(by)
  expect(madeWith(yuzhong)).toEqual([COUNTING, yuzhong.version, yuzhong.rules, MADE_WITH.map((key) => yuzhong.settings[key])])
})
