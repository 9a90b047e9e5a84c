// The lock of an account that left this phone (退出并换人): with the password it may be opened again where there is no network.
// Only twenty bits of what PBKDF2 makes of the password are kept: enough that nobody comes in by guessing here, where tries are
// few and slow, and too little to find the password from a copy of this phone's storage. The server remains the only judge
// of who someone is: this opens what lies on this phone, and no session.

import type { Random } from './clock.ts'

export interface Lock {
  /** Hex. */
  readonly salt: string
  readonly rounds: number
  /** Five hex digits. */
  readonly check: string
  /** Wrong tries since the server last let this account in. */
  readonly wrong: number
  /** No try is looked at before (phone's ms). */
  readonly notBefore: number
}

export type Tried =
  | { readonly is: 'opened' }
  | { readonly is: 'wrong' }
  /** Too many wrong ones in a row: not before so many ms. */
  | { readonly is: 'wait'; readonly ms: number }
  /** No lock (came in without a password), or its tries are used up: only the server can tell now. */
  | { readonly is: 'server-only' }

export const MOST_WRONG = 10
const FREE = 3
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000
const ROUNDS = 200_000

export async function makeLock(password: string, random: Random): Promise<Lock> {
  const bytes = new Uint8Array(16)
  random(bytes)
  const salt = hex(bytes)
  return { salt, rounds: ROUNDS, check: await checkOf(password, salt, ROUNDS), wrong: 0, notBefore: 0 }
}

export const fits = async (lock: Lock, password: string): Promise<boolean> =>
  (await checkOf(password, lock.salt, lock.rounds)) === lock.check

/** How long to wait before the next try; a clock put back does not make it longer than it ever is. */
export function waitOf(lock: Lock, now: number): number {
  return Math.min(Math.max(lock.notBefore - now, 0), LONGEST_WAIT_MS)
}

/** The lock as it stands once a try was begun: charged before it is looked at, so that closing the app saves none. */
export function charged(lock: Lock, now: number): Lock {
  const wrong = lock.wrong + 1
  const wait = wrong < FREE ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE), LONGEST_WAIT_MS)
  return { ...lock, wrong, notBefore: now + wait }
}

async function checkOf(password: string, salt: string, rounds: number): Promise<string> {
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', text.encode(password), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: rounds }, key, 256)
  return hex(new Uint8Array(bits)).slice(0, 5)
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join('')
