// usePackDifferences(): what the district's packs change: one to be published over the policy in force, published ones over those
// before them. Read from the policy and the district's file on this device; nothing is fetched.

import { computed, type ComputedRef } from 'vue'
import type { DistrictId } from '../../domain/ids.ts'
import { aroundPack, withPack } from '../../domain/policy-change/pack-differences.ts'
import { PACK_KEY, packOf, publishedPacks } from '../../domain/policy-change/published.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { settingsOf } from '../../domain/reference-from.ts'
import type { SettingFact } from '../../domain/school-file.ts'
import { useDistrictFile } from '../composables/school-file.ts'
import { useSession } from '../stores/session.ts'
import { packDifferences } from '../text/policy-page.ts'
import { differenceLines, type DifferenceLines } from './pack-difference-lines.ts'

export interface PackDifferences {
  readonly facts: ComputedRef<readonly SettingFact[]>
  /** Null for what is no pack. */
  ofPending(key: string, value: string, policy: Policy): DifferenceLines | null
  ofPublished(fact: SettingFact): DifferenceLines | null
}

export function usePackDifferences(): PackDifferences {
  const session = useSession()
  const file = useDistrictFile(() => (session.info?.district.id ?? null) as DistrictId | null)
  const facts = computed(() => (file.value === null || file.value === undefined ? [] : settingsOf(file.value.file)))
  return {
    facts,
    ofPending(key, value, policy) {
      const pack = key === PACK_KEY ? packOf(value) : null
      return pack === null ? null : differenceLines(policy, withPack(policy, pack, facts.value))
    },
    ofPublished(fact) {
      const pack = fact.key === PACK_KEY ? packOf(fact.value) : null
      if (pack === null) return null
      const { before, after } = aroundPack(pack, publishedPacks(facts.value.filter((other) => other.op < fact.op)))
      return differenceLines(before, after, packDifferences.broughtKinds)
    },
  }
}
