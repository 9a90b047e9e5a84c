// What the account routes are given: no clock, key, address or place of their own.

import type { Context } from 'hono'
import type { DemoAnswer } from '../../wire/session.ts'
import type { Clock } from '../clock.ts'
import type { Asker } from '../door/asker.ts'
import type { ReferenceSource } from '../reference/reference.ts'
import type { Rules } from '../reference/rules.ts'
import type { Database } from '../store/database.ts'

export interface DistrictOffer {
  readonly code: string
  readonly name: string
}

export interface AccountDeps {
  readonly db: Database
  readonly clock: Clock
  readonly rules: Rules
  readonly references: ReferenceSource
  /** Whether this request came over HTTPS (TRUST_PROXY heeded): decides the cookie. */
  secure(c: Context): boolean
  /** Where the request came from (TRUST_PROXY heeded), for delays only. */
  addressOf(c: Context): string
  /** PUBLIC_URL, else the request's own origin: for links on slips. */
  originOf(c: Context): string
  /** Districts with a pack, for the first run. */
  readonly districts: readonly DistrictOffer[]
  /** Fills the empty database with the demo district and says who can sign in; null where no demo is offered. */
  readonly fillDemo: ((origin: string) => Promise<DemoAnswer['people']>) | null
}

/**
 * Hono's variables: `asker` is null without a session; `sessionHash` is the stored form of the session in hand; `elsewhose`: the
 * session is another person's than the request says it speaks for, so that it counts for nothing here.
 */
export interface AskerEnv {
  Variables: { asker: Asker | null; sessionHash: string | null; elsewhose?: boolean }
}
