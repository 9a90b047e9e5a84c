// What syncing needs from outside, all of it arguments: database, clock, chance, and somewhere to report failures to.

import type { Clock } from '../clock.ts'
import type { PhoneReferences } from '../reference/phone-reference.ts'
import type { ReferenceSource } from '../reference/reference.ts'
import type { Database } from '../store/database.ts'

export interface SyncDeps {
  readonly db: Database
  readonly clock: Clock
  /** Between 0 and 1, for jitter only. */
  readonly chance: () => number
  readonly references: ReferenceSource
  readonly phoneReferences: PhoneReferences
  /** Keeps what failed for the operator, without names, payloads or ids of people. */
  report(where: string, error: unknown): void
}
