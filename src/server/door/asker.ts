// Who is asking: set by the session, never by a body. Roles are not part of it: they are read in the transaction that uses them.

import type { DistrictId, PersonId } from '../../domain/ids.ts'

export interface Asker {
  readonly district: DistrictId
  readonly person: PersonId
  /** The device signed in with; null for a session without one. */
  readonly device: string | null
}
