// What the server needs of the rules beside the verbs: a district's merged policy. An argument, so that tests can bring their own.

import type { Policy } from '../../domain/policy/policy.ts'
import type { SettingFact } from '../../domain/school-file.ts'

export interface Rules {
  /** The packs of a district merged, with what the district itself set; throws for a district without a pack. */
  policyFor(districtCode: string, settings: readonly SettingFact[]): Policy
}
