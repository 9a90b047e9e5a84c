// The packs this installation knows, and the policy of a district made of them. Phones get it merged, never the packs.

import { mergePacks, overridden, type SettingOverride } from '../../domain/policy/merge.ts'
import { publishedPacks } from '../../domain/policy-change/published.ts'
import { chongqing } from '../../domain/policy/packs/chongqing.ts'
import { dadukou } from '../../domain/policy/packs/dadukou.ts'
import { national } from '../../domain/policy/packs/national.ts'
import { shapingba } from '../../domain/policy/packs/shapingba.ts'
import { yongchuan } from '../../domain/policy/packs/yongchuan.ts'
import { yuzhong } from '../../domain/policy/packs/yuzhong.ts'
import type { Pack, Policy } from '../../domain/policy/policy.ts'
import type { Rules } from './rules.ts'

const PACKS: readonly Pack[] = [yuzhong, dadukou, shapingba, yongchuan]

/** Districts that can be set up. */
export const districtsWithPack: readonly { readonly code: string; readonly name: string }[] = PACKS.map(({ scope }) => ({
  code: scope.code,
  name: scope.name,
}))

export const districtRules: Rules = {
  policyFor(code, settings) {
    const pack = PACKS.find((p) => p.scope.code === code)
    if (pack === undefined) throw new Error(`no policy pack for ${code}`)
    const published = publishedPacks(settings)
    const base = mergePacks(national, chongqing, pack, [], published)
    return mergePacks(national, chongqing, pack, readable(base, settings), published)
  },
}

/** A value that an older version took and this one cannot read is left out: the pack's own stands until it is set again. */
const readable = (policy: Policy, settings: readonly SettingOverride[]): SettingOverride[] =>
  settings.map(({ key, value, from, source }) => ({ key, value, from, source })).filter((s) => overridden(policy.settings, s) !== null)
