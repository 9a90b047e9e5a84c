// What the sync core stands on, all given as arguments: the phone's store, a transport, a signer and the build.
// A simulation drives the same core with its own clock, randomness and broken networks.

import type { Phone } from '../storage/phone.ts'

/** What came back over the wire, before anybody looked whether it is ours. */
export type Carried =
  | {
      readonly is: 'answered'
      readonly status: number
      readonly text: string
      readonly retryAfterMs: number | null
      readonly tail?: Uint8Array
    }
  | { readonly is: 'unreachable' }
  | { readonly is: 'timed-out' }

export interface Transport {
  /** Posts JSON text; never throws for what networks do. */
  post(path: string, body: string): Promise<Carried>
}

export interface Signer {
  readonly device: string
  /** ECDSA P-256 over the UTF-8 bytes, base64url of the raw 64 bytes. */
  sign(text: string): Promise<string>
}

export interface SyncCore {
  readonly phone: Phone
  readonly transport: Transport
  /** Becomes another one when the server finds that this phone goes by the device of another (a copied profile). */
  signer: Signer
  readonly build: string
  /** This tab, for the lease. */
  readonly tab: string
  readonly batch: BatchSize
  /** Whether this person is still the one in hand: the session's cookie may have become another's in another tab. */
  inHand(): Promise<boolean>
  /** A device of its own instead of the one copied from another phone; null when that cannot be had now. */
  newDevice?(): Promise<Signer | null>
}

/** How large requests and answers may be just now; halves in trouble, grows with success. Lives as long as the tab. */
export interface BatchSize {
  /** Ops in a request. */
  most: number
  /** Bytes of rows in an answer, unpacked. */
  room: number
  /** Whether this server said that it answers in bulk. */
  bulk: boolean
}
