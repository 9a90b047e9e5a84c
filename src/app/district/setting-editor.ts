// How a setting is typed in: a choice of the answers in question, several of a closed list, or a line of text. Pure.
// The value travels as text: words as they are, everything else as JSON, as merge.ts reads it.

import { EMPLOYMENTS, STAFF_CATEGORIES } from '../../domain/dossier.ts'
import type { Policy, SettingKey, Settings } from '../../domain/policy/policy.ts'
import { categories, employments } from '../text/policy-words.ts'
import { settingWords } from './rule-words.ts'

export interface Choice {
  readonly value: string
  readonly text: string
}
export type TextKind = 'amount' | 'share' | 'days' | 'text' | 'month-day' | 'day'
export type Editor =
  | { readonly is: 'one'; readonly choices: readonly Choice[] }
  | { readonly is: 'many'; readonly choices: readonly Choice[] }
  | { readonly is: 'text'; readonly kind: TextKind }

export const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const TEXT_KINDS: Readonly<Partial<Record<SettingKey, TextKind>>> = {
  dayHours: 'amount',
  concernAfterShare: 'share',
  attendanceShare: 'share',
  concernRate: 'amount',
  historyBefore: 'day',
  inviteHours: 'days',
  openingYearMost: 'amount',
  lateBy: 'month-day',
  reviewPublicDays: 'days',
  reviewSampleShare: 'share',
}

/** Closed lists of which several may be chosen, from the policy itself where a district names them. */
function lists(policy: Policy): Readonly<Partial<Record<SettingKey, readonly Choice[]>>> {
  const titles = policy.parts.tiers.flatMap((r) =>
    r.levels.length === 0
      ? [{ value: r.id, text: r.name }]
      : r.levels.map((level) => ({ value: `${r.id}:${level}`, text: `${r.name}（${LEVEL_NAMES[level]}）` })),
  )
  return {
    countedEmployments: EMPLOYMENTS.map((value) => ({ value, text: employments[value] })),
    countedCategories: STAFF_CATEGORIES.map((value) => ({ value, text: categories[value] })),
    countyBackbone: titles,
    qualityTeachers: titles,
    rotationCountedKinds: policy.parts.rotation.flatMap((i) => (i.is === 'kind' ? [{ value: i.id, text: i.name }] : [])),
    rotationRuralPlaces: [
      { value: 'rural', text: '乡村' },
      { value: 'town', text: '镇区' },
    ],
  }
}
const LEVEL_NAMES = { nation: '国', city: '市', district: '区', school: '校' } as const

export function editorOf<K extends SettingKey>(key: K, setting: Settings[K], policy: Policy): Editor {
  const several = lists(policy)[key]
  if (several !== undefined) return { is: 'many', choices: several }
  if (setting.options !== undefined) {
    const one = (value: unknown): Choice => ({
      value: asText(value),
      text: settingWords(key, { ...setting, value } as unknown as Settings[K]),
    })
    return { is: 'one', choices: (setting.options as readonly unknown[]).map(one) }
  }
  return { is: 'text', kind: TEXT_KINDS[key] ?? 'text' }
}
