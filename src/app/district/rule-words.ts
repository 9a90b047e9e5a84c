// The rules of a district in words: what each rule, level and setting says. Numbers come from the policy alone. Pure.

import type { Employment, Level, Mode, StaffCategory } from '../../domain/dossier.ts'
import type { Cycle, Filter, LevelRule, Rule, SettingKey, Settings } from '../../domain/policy/policy.ts'
import { fullDay } from '../text/common.ts'
import { district } from '../text/district.ts'
import { nounSettingWords } from '../text/noun-settings.ts'
import { categories, employments, levels, modes } from '../text/policy-words.ts'
import { unitWords } from '../text/rules.ts'

const words = district.rules

/** '0.8' → '80%' */
const percent = (share: string): string => `${Number((Number(share) * 100).toFixed(1))}%`

export function ruleWords(rule: Rule): string {
  switch (rule.type) {
    case 'minimum':
      return words.minimum(words.windows[rule.window ?? 'cycle'], rule.value, unitWords[rule.unit])
    case 'cap':
      return words.cap(words.per[rule.per], rule.value)
    case 'conversion':
      return words.conversion(rule.factor.num, rule.factor.den)
    case 'attendance':
      return words.attendance(percent(rule.minimum))
    case 'offset':
      return words.offset(rule.atMost)
    case 'once-only':
      return words.onceOnly
    case 'exclusion':
      return words.exclusion
    case 'export-rounding':
      return words.rounding[rule.direction]
  }
}

export function filterWords(filter: Filter | undefined, names: readonly LevelRule[]): string | null {
  if (filter === undefined) return null
  const nameOf = (level: Level): string => names.find((l) => l.level === level)?.name ?? levels[level]
  const all = [...(filter.levels ?? []).map(nameOf), ...(filter.modes ?? []).map((mode: Mode) => modes[mode]), ...(filter.tags ?? [])]
  return all.length === 0 ? null : words.filter(all.join('、'))
}

export function boundWords(rule: Rule): string | null {
  if (rule.type !== 'minimum' || rule.boundTo === undefined) return null
  const { role, serviceYearsBelow } = rule.boundTo
  return [
    ...(role === undefined ? [] : [words.bound.role(role)]),
    ...(serviceYearsBelow === undefined ? [] : [words.bound.years(serviceYearsBelow)]),
  ].join('，')
}

export const desksOf = (level: LevelRule): string => words.decides(level.decides.map((d) => words.desks[d]).join(words.then))
export const grantsOf = (level: LevelRule): string =>
  level.grantedBy.length === 0 ? words.noGrants : words.grants(level.grantedBy.map((d) => words.desks[d]).join(words.or))

type ValueOf<K extends SettingKey> = NonNullable<Settings[K]['value']>
const SAY: { readonly [K in SettingKey]: (value: ValueOf<K>) => string } = {
  cycles: (list) => list.map((c: Cycle) => words.cycle(c.id, c.first, c.last)).join('、'),
  yearStart: words.month,
  dayHours: words.hours,
  concernAfterShare: percent,
  concernRate: words.hours,
  historyBefore: fullDay,
  countedEmployments: (list) => list.map((e) => (employments as Readonly<Record<string, string>>)[e as Employment] ?? e).join('、'),
  countedCategories: (list) => list.map((c) => (categories as Readonly<Record<string, string>>)[c as StaffCategory] ?? c).join('、'),
  pauseExtends: (v) => words.pauseExtends[v],
  partCycle: (v) => words.partCycle[v],
  attendanceShare: (share) => words.attendance(percent(share)),
  hoursPerCredit: (r) => words.perCredit(r.num, r.den),
  inviteHours: words.clock,
  ...nounSettingWords,
}

/** What a setting says; for an open one what stands in meanwhile, said as that. */
export function settingWords<K extends SettingKey>(key: K, setting: Settings[K]): string {
  const say = SAY[key] as (value: unknown) => string
  if (setting.value !== null) return say(setting.value)
  return setting.standIn === undefined ? words.undecided : words.standIn(say(setting.standIn))
}

export function earlierWords<K extends SettingKey>(key: K, setting: Settings[K]): string[] {
  const say = SAY[key] as (value: unknown) => string
  return (setting.earlier ?? []).map((e) => words.earlier(e.value === null ? words.undecided : say(e.value), e.from, e.to))
}

export function optionWords<K extends SettingKey>(key: K, setting: Settings[K]): string | null {
  const say = SAY[key] as (value: unknown) => string
  return setting.options === undefined || setting.value !== null
    ? null
    : words.options((setting.options as readonly unknown[]).map(say).join(setting.options.some((one) => Array.isArray(one)) ? '；' : '、'))
}
