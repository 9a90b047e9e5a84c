// The packs this installation knows, and the policy of a district made of them. Phones get it merged, never the packs.

import { mergePacks, overridden, type SettingOverride } from '../../domain/policy/merge.ts'
import { publishedPacks } from '../../domain/policy-change/published.ts'
import { chongqing } from '../../domain/policy/packs/chongqing.ts'
import { national } from '../../domain/policy/packs/national.ts'
import { DISTRICT_PACKS } from '../../domain/policy/packs/policy-for.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { Rules } from './rules.ts'

/** Districts that can be set up. */
export const districtsWithPack: readonly { readonly code: string; readonly name: string }[] = DISTRICT_PACKS.map(({ scope }) => ({
  code: scope.code,
  name: scope.name,
}))

export const districtRules: Rules = {
  policyFor(code, settings) {
    const key = `${code} ${JSON.stringify(settings)}`
    const known = merged.get(key)
    if (known !== undefined) return known
    const policy = mergedPolicy(code, settings)
    if (merged.size >= MOST_MERGED) merged.clear()
    merged.set(key, policy)
    return policy
  },
}

/** By district and settings: every role given and every school opened asks again, and the settings are mostly the same. */
const merged = new Map<string, Policy>()
const MOST_MERGED = 50

function mergedPolicy(code: string, settings: readonly SettingOverride[]): Policy {
  const pack = DISTRICT_PACKS.find((p) => p.scope.code === code)
  if (pack === undefined) throw new Error(`no policy pack for ${code}`)
  const published = publishedPacks(settings)
  const base = mergePacks(national, chongqing, pack, [], published)
  const settled = readable(base, settings)
  return settled.length === 0 ? base : mergePacks(national, chongqing, pack, settled, published)
}

/** A value that an older version took and this one cannot read is left out: the pack's own stands until it is set again. */
const readable = (policy: Policy, settings: readonly SettingOverride[]): SettingOverride[] =>
  settings.map(({ key, value, from, source }) => ({ key, value, from, source })).filter((s) => overridden(policy.settings, s) !== null)
