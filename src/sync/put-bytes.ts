// Sending raw bytes to our own server: how it went, in the few ways that matter. Never throws for what networks do.

import { nameHeader } from './speaking-for.ts'

export type Put = 'taken' | 'not-now' | 'never' | 'not-connected'

const MOST_WAIT_MS = 120_000

/** not-now: ask again later (the record has not arrived, or someone else is signed in) · never: these bytes will not be taken. */
export async function putBytes(path: string, bytes: ArrayBuffer, type: string): Promise<Put> {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    abort.abort()
  }, MOST_WAIT_MS)
  try {
    const { status } = await fetch(path, {
      method: 'PUT',
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: abort.signal,
      body: bytes,
      headers: { 'Content-Type': type, 'X-Yantu': '1', ...nameHeader() },
    })
    if (status === 200) return 'taken'
    return status === 413 || status === 422 ? 'never' : status >= 500 || status === 401 ? 'not-connected' : 'not-now'
  } catch {
    return 'not-connected'
  } finally {
    clearTimeout(timer)
  }
}
