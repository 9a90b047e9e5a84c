// The reference data of a district for running verbs: policy, schools and roles. It is read again whenever the district's row says
// that they changed, and the change number is checked once more when the counter is taken (store/districts.ts), so a role ended
// a moment ago never decides. Activities are many; a transaction brings only those its ops name.

import type { DistrictId } from '../../domain/ids.ts'
import type { Reference } from '../../domain/reference.ts'
import { districtState, type DistrictState } from '../store/districts.ts'
import type { Tx } from '../store/database.ts'
import { activitiesById, allRoles, allSchools, allSettings } from '../store/reference-parts.ts'
import type { Rules } from './rules.ts'

export interface ReferenceAt {
  readonly district: DistrictState
  /** Without activities. */
  readonly reference: Reference
}

/** Remembers the newest of each district; a process that forgets it is only slower. */
export interface ReferenceSource {
  read(tx: Tx, district: DistrictId): Promise<ReferenceAt>
  /** The same where the district's row was read already. */
  at(tx: Tx, district: DistrictState): Promise<ReferenceAt>
  /** The same as far as it is remembered; null where it would have to be read. */
  known(district: DistrictState): ReferenceAt | null
}

export function referenceSource(rules: Rules): ReferenceSource {
  const newest = new Map<string, { readonly change: number; readonly generation: number; readonly reference: Reference }>()
  const known = (district: DistrictState): ReferenceAt | null => {
    const one = newest.get(district.id)
    return one !== undefined && one.change === district.referenceChange && one.generation === district.generation
      ? { district, reference: one.reference }
      : null
  }
  const at = async (tx: Tx, state: DistrictState): Promise<ReferenceAt> => {
    for (let district = state; ;) {
      const remembered = known(district)
      if (remembered !== null) return remembered
      const reference = await load(tx, district, rules)
      const after = await districtState(tx, district.id)
      if (after.referenceChange === district.referenceChange) {
        newest.set(district.id, { change: district.referenceChange, generation: district.generation, reference })
        return { district, reference }
      }
      district = after
    }
  }
  return { at, known, read: async (tx, id) => at(tx, await districtState(tx, id)) }
}

async function load(tx: Tx, district: DistrictState, rules: Rules): Promise<Reference> {
  const settings = await allSettings(tx, district.id)
  return {
    district: district.id,
    districtName: district.name,
    policy: rules.policyFor(district.code, settings),
    schools: await allSchools(tx, district.id),
    roles: await allRoles(tx, district.id),
    activities: [],
  }
}

/** Ids of the activities that these arguments name. */
export function activitiesNamed(args: Iterable<Readonly<Record<string, unknown>>>): string[] {
  const ids = new Set<string>()
  for (const one of args) if (typeof one['activity'] === 'string') ids.add(one['activity'])
  return [...ids]
}

/** The reference with the activities that these arguments name by id. */
export async function withActivities(tx: Tx, at: ReferenceAt, args: Iterable<Readonly<Record<string, unknown>>>): Promise<Reference> {
  const ids = activitiesNamed(args)
  if (ids.length === 0) return at.reference
  return { ...at.reference, activities: await activitiesById(tx, at.district.id, ids) }
}
