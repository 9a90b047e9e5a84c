// What happened when this phone could not keep or read its records, as a reason that has words and a way out of its own.

/**
 * storage-dead: the connection is lost and does not come back · storage-full: no room · storage-blocked: another page holds an
 * older version open · storage-hangs: the browser does not answer · storage-denied: the browser keeps nothing (private mode,
 * blocked by its settings) · read-only: newer code wrote here · not-loaded: a part of the app is not on this phone yet.
 */
export type KeepingReason =
  'storage-dead' | 'storage-full' | 'storage-blocked' | 'storage-hangs' | 'storage-denied' | 'read-only' | 'not-loaded'

export class KeepingFailed extends Error {
  readonly reason: KeepingReason
  constructor(reason: KeepingReason, cause: unknown) {
    super(`the phone could not keep it: ${reason}`, { cause })
    this.name = 'KeepingFailed'
    this.reason = reason
  }
}
