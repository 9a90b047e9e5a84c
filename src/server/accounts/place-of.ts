// What accounts need of the policy in force: the words of the place, and how long a printed slip is valid.

import type { DistrictId } from '../../domain/ids.ts'
import { withServer } from '../door/door.ts'
import type { AccountDeps } from './account-deps.ts'

/** No slip is valid longer: a drawer full of working codes is worth stealing. */
const MOST_HOURS = 72

export async function placeOf(
  deps: Pick<AccountDeps, 'db' | 'references'>,
  district: DistrictId,
): Promise<{ words: Readonly<Record<string, string>>; inviteHours: number }> {
  const { reference } = await withServer(deps.db, { district, person: '' }, (tx) => deps.references.read(tx, district))
  const { words, settings } = reference.policy
  return { words, inviteHours: Math.min(Math.max(settings.inviteHours.value ?? MOST_HOURS, 1), MOST_HOURS) }
}
