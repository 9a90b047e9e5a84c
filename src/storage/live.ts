// Watching what is kept: runs a query now and again whenever something it read has changed, in any tab.
// The only door to Dexie's liveQuery.

import { liveQuery } from 'dexie'

/** Returns the way to stop. Errors are told, never swallowed; the query runs again at the next change. */
export function watchKept<T>(query: () => Promise<T>, next: (value: T) => void, failed: (thrown: unknown) => void): () => void {
  const subscription = liveQuery(async () => query()).subscribe({ next, error: failed })
  return () => {
    subscription.unsubscribe()
  }
}
