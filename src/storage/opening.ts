// Opening a database as browsers really do it: another page may hold an older version open (blocked), and the answer may never
// come (a known fault of WebKit). Neither is waited for in silence: after some seconds it is a failure with a reason of its own.
// The request itself is left standing: asked again, the same one is waited for, which goes on when the other page is closed.

import type { Dexie } from 'dexie'
import { KeepingFailed, type KeepingReason } from './keeping-failed.ts'

/** How long an opening is waited for, in ms. */
export interface Patience {
  /** A page that is awake gives way at once; one that the system has frozen may never. */
  readonly blocked: number
  /** Longer than opening takes on the slowest phone in use. */
  readonly hanging: number
}

const USUAL: Patience = { blocked: 4_000, hanging: 10_000 }
const patienceOf = new WeakMap<Dexie, Patience>()

/** Other than the usual, for tests. */
export function bePatient(database: Dexie, patience: Patience | undefined): void {
  if (patience !== undefined) patienceOf.set(database, patience)
}

/** Runs work that opens the database where it is not open yet, or not any more; only the opening has an end to its patience. */
export async function patiently<T>(database: Dexie, work: () => PromiseLike<T>): Promise<T> {
  const { blocked: blockedMs, hanging } = patienceOf.get(database) ?? USUAL
  let timer: ReturnType<typeof setTimeout> | undefined
  let blocked = (): void => undefined
  const gaveUp = new Promise<never>((_, reject) => {
    const after = (ms: number, reason: KeepingReason): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        // What runs may take its time: a first synchronisation writes for many seconds.
        if (database.isOpen()) after(hanging, 'storage-hangs')
        else reject(new KeepingFailed(reason, null))
      }, ms)
    }
    after(hanging, 'storage-hangs')
    blocked = () => {
      after(blockedMs, 'storage-blocked')
    }
  })
  database.on('blocked', blocked)
  try {
    return await Promise.race([work(), gaveUp])
  } finally {
    clearTimeout(timer)
    database.on('blocked').unsubscribe(blocked)
  }
}
