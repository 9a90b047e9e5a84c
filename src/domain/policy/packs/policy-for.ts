// The districts that a pack exists for, and the merged policy of one. For the server and tests only.

import { mergePacks, type SettingOverride } from '../merge.ts'
import type { Pack, Policy } from '../policy.ts'
import { chongqing } from './chongqing.ts'
import { dadukou } from './dadukou.ts'
import { national } from './national.ts'
import { shapingba } from './shapingba.ts'
import { yongchuan } from './yongchuan.ts'
import { yuzhong } from './yuzhong.ts'

export const DISTRICT_PACKS: readonly Pack[] = [yuzhong, dadukou, shapingba, yongchuan]
export const ALL_PACKS: readonly Pack[] = [national, chongqing, ...DISTRICT_PACKS]

/** The policy of a district by its code ('500103'), with what the district itself confirmed; null where no pack exists. */
export function policyFor(code: string, overrides: readonly SettingOverride[] = []): Policy | null {
  const district = DISTRICT_PACKS.find((p) => p.scope.code === code)
  return district === undefined ? null : mergePacks(national, chongqing, district, overrides)
}
