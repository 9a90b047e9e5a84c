// What a sync attempt came to: always one of these, so that a tap on the button always has an answer.

/** Everything is agreed only when results are in, digests match and no refusal is unseen. */
export type SyncOutcome =
  | { readonly is: 'all-synced' }
  /** The exchange went well; ops still wait, or something needs its author. */
  | { readonly is: 'synced'; readonly waiting: number; readonly refused: number }
  | Trouble

export type Trouble =
  /** Nothing reached the server, or what answered was not ours (a captive portal, a broken gateway). */
  | { readonly is: 'not-connected'; readonly why: 'unreachable' | 'timed-out' | 'not-ours' }
  /** 429 or 503: come back later. */
  | { readonly is: 'busy'; readonly retryAfterMs: number | null }
  /** 401: sign in again; nothing on the phone is touched. */
  | { readonly is: 'signed-out' }
  /** The server does not take this protocol any more: update first. */
  | { readonly is: 'update-needed' }
  /** Another tab is at it. */
  | { readonly is: 'elsewhere' }
  /** The server refused the request as such. */
  | { readonly is: 'problem'; readonly code: string }
  /** This phone could not read or keep its records. */
  | { readonly is: 'storage'; readonly reason: string }

export const wentWell = (outcome: SyncOutcome): boolean => outcome.is === 'all-synced' || outcome.is === 'synced'
