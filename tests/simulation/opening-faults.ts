// Opening IndexedDB as browsers sometimes do it: held up by another page for a while, or never answered until the page is
// opened anew. A request held up is a real one that is only passed on once the other page lets go.

import type { IDBFactory } from 'fake-indexeddb'
import type { Patience } from '../../src/storage/opening.ts'

export type OpeningFault = 'blocked' | 'hangs'

/** What openings meet in one life. */
export interface Opening {
  fault: OpeningFault | null
  /** Passed on when the other page lets go. */
  readonly heldUp: (() => void)[]
}

/** While openings meet a fault: nothing that is waited for then ever comes. */
export const SOON: Patience = { blocked: 20, hanging: 40 }
/** Where they meet none nobody may be taken for silent who is only slow. */
export const PATIENT: Patience = { blocked: 60_000, hanging: 60_000 }
/** A page just opened must say which of the two it met: a blocked opening says so once, however late on a busy machine. */
export const firstOpening = (fault: OpeningFault): Patience => (fault === 'blocked' ? { ...SOON, hanging: PATIENT.hanging } : SOON)

export const newOpening = (): Opening => ({ fault: null, heldUp: [] })

/** The other page is closed: what was held up goes on. A browser that hangs lets nothing go. */
export function letGo(opening: Opening): void {
  opening.fault = null
  for (const goOn of opening.heldUp.splice(0)) goOn()
}

type Asked = Pick<IDBOpenDBRequest, 'onsuccess' | 'onerror' | 'onupgradeneeded' | 'onblocked'> & {
  result: IDBDatabase | null
  transaction: IDBTransaction | null
}

/** A request that gets no answer, or for now only that it is blocked. */
export function heldUp(
  opening: Opening,
  factory: IDBFactory,
  name: string,
  version: number | undefined,
  opened: (database: IDBDatabase) => void,
): IDBOpenDBRequest {
  const asked: Asked = { onsuccess: null, onerror: null, onupgradeneeded: null, onblocked: null, result: null, transaction: null }
  const request = asked as unknown as IDBOpenDBRequest
  if (opening.fault === 'hangs') return request
  setImmediate(() => {
    asked.onblocked?.call(
      request,
      Object.assign(new Event('blocked'), { oldVersion: 0, newVersion: version ?? null }) as IDBVersionChangeEvent,
    )
  })
  opening.heldUp.push(() => {
    const real = factory.open(name, version)
    real.onupgradeneeded = (event) => {
      asked.result = real.result
      asked.transaction = real.transaction
      asked.onupgradeneeded?.call(request, event)
    }
    real.onerror = (event) => {
      asked.onerror?.call(request, event)
    }
    real.onsuccess = (event) => {
      asked.result = real.result
      opened(real.result)
      asked.onsuccess?.call(request, event)
    }
  })
  return request
}
