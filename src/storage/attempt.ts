// Reopen and retry: WebKit kills IndexedDB connections in the background, and asking the dead handle again is useless.
// Close, open, run the whole piece of work again, three times at most; what fails then is thrown as KeepingFailed, which
// says whether the disk is full. Work must be a whole transaction, so that running it again cannot do half of it twice.

import type { Dexie } from 'dexie'
import { KeepingFailed } from './keeping-failed.ts'
import { patiently } from './opening.ts'

const DEAD = ['UnknownError', 'InvalidStateError', 'AbortError', 'DatabaseClosedError', 'TransactionInactiveError']
const DENIED = ['SecurityError', 'NotAllowedError', 'MissingAPIError']
const MOST_TRIES = 3

/** The names of an error and of what caused it: Dexie wraps the engine's own, and gathers those of many records. */
function namesOf(thrown: unknown): string[] {
  const names: string[] = []
  let next: unknown = thrown
  for (let depth = 0; depth < 4 && typeof next === 'object' && next !== null; depth += 1) {
    const { name, inner, failures } = next as { readonly name?: unknown; readonly inner?: unknown; readonly failures?: readonly unknown[] }
    if (typeof name === 'string') names.push(name)
    next = inner ?? failures?.[0]
  }
  return names
}

export const isFull = (thrown: unknown): boolean => namesOf(thrown).some((name) => name === 'QuotaExceededError')
/** The browser keeps nothing for this page: no such store, or not allowed (private mode of older browsers, cookies forbidden). */
const isDenied = (thrown: unknown): boolean => namesOf(thrown).some((name) => DENIED.indexOf(name) >= 0)
export const isDead = (thrown: unknown): boolean => namesOf(thrown).some((name) => DEAD.indexOf(name) >= 0)

const closed = new WeakSet<Dexie>()

/** Closes because nobody needs it any more: whatever still asks fails at once and reopens nothing. */
export function closeForGood(database: Dexie): void {
  closed.add(database)
  database.close()
}

/**
 * Runs the work; on a dead connection reopens and runs all of it again. Other errors pass through untouched. A transaction
 * that ended before its work did may only be run again where it has written nothing (`reading`).
 */
export async function attempt<T>(database: Dexie, work: () => PromiseLike<T>, reading = false): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await patiently(database, work)
    } catch (thrown) {
      if (thrown instanceof KeepingFailed) throw thrown
      if (isFull(thrown)) throw new KeepingFailed('storage-full', thrown)
      if (isDenied(thrown)) throw new KeepingFailed('storage-denied', thrown)
      const again = isDead(thrown) || (reading && namesOf(thrown).indexOf('PrematureCommitError') >= 0)
      if (!again || closed.has(database)) throw thrown
      if (tries > MOST_TRIES) throw new KeepingFailed('storage-dead', thrown)
      await reopen(database)
    }
  }
}

async function reopen(database: Dexie): Promise<void> {
  database.close({ disableAutoOpen: false })
  try {
    await patiently(database, () => database.open())
  } catch (thrown) {
    // Not yet: the next try opens again by itself, and says why if it cannot. Only a browser that does not answer is not asked again.
    if (thrown instanceof KeepingFailed) throw thrown
  }
}
