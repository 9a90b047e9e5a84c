// The rules of every district read aloud: each rule, level and setting says something, and an open value never looks decided.
import { describe, expect, it } from 'vitest'
import {
  boundWords,
  desksOf,
  earlierWords,
  filterWords,
  optionWords,
  ruleWords,
  settingWords,
} from '../../../src/app/district/rule-words.ts'
import { district } from '../../../src/app/text/district.ts'
import { nounSettingNames } from '../../../src/app/text/noun-settings.ts'
import { overridden } from '../../../src/domain/policy/merge.ts'
import type { Rule, SettingKey } from '../../../src/domain/policy/policy.ts'
import { districtRules, districtsWithPack } from '../../../src/server/reference/district-rules.ts'

const policies = districtsWithPack.map((d) => districtRules.policyFor(d.code, []))
const keys = Object.keys({ ...district.rules.settingNames, ...nounSettingNames }) as SettingKey[]
const some = policies[0]
if (some === undefined) throw new Error('no pack')

describe('the rules of a district in words', () => {
  it('leaves no setting of any district without a name or without words', () => {
    for (const policy of policies) {
      expect(Object.keys(policy.settings).sort()).toEqual([...keys].sort())
      for (const key of keys) expect(settingWords(key, policy.settings[key]), `${policy.district.name} ${key}`).toMatch(/\S/)
    }
  })

  it('says every rule and who decides every level', () => {
    for (const policy of policies) {
      for (const rule of policy.rules) expect(ruleWords(rule), rule.id).toMatch(/\S/)
      for (const level of policy.levels) expect(desksOf(level)).toMatch(/学校|区里/)
    }
  })

  it('shows an open value as open, with its answers', () => {
    expect(settingWords('pauseExtends', some.settings.pauseExtends)).toBe('没有定')
    expect(optionWords('pauseExtends', some.settings.pauseExtends)).toBe('可选：顺延、不顺延')
    expect(settingWords('yearStart', some.settings.yearStart)).toMatch(/^没有定；只在显示时先按 每年/)
  })

  it('shows what the district confirmed, and what held before', () => {
    const after = overridden(some.settings, { key: 'inviteHours', value: '48', from: '2026-12-01', source: '区教委会议纪要' })
    if (after === null) throw new Error('refused')
    expect(settingWords('inviteHours', after.inviteHours)).toBe('48 小时')
    expect(earlierWords('inviteHours', after.inviteHours).join()).toContain('以前：72 小时')
    expect(optionWords('inviteHours', after.inviteHours)).toBeNull()
  })

  it('names levels as the district does, and whom a rule binds', () => {
    expect(filterWords({ levels: ['district'], modes: ['online'], tags: ['师德'] }, some.levels)).toBe('只算：区培、网络、师德')
    expect(filterWords(undefined, some.levels)).toBeNull()
    const rule = { type: 'minimum', unit: 'hours', value: '120', boundTo: { serviceYearsBelow: 1 }, window: 'year' } as unknown as Rule
    expect(ruleWords(rule)).toBe('每年至少 120 学时')
    expect(boundWords(rule)).toBe('只约束参加工作不满 1 年的')
    expect(ruleWords({ type: 'attendance', minimum: '0.8' } as unknown as Rule)).toBe('出勤不到 80% 的不计')
  })
})
