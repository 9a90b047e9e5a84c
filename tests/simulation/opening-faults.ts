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

/** Where openings meet no fault nobody may be taken for silent who is only slow. */
export const PATIENT: Patience = { blocked: 60_000, hanging: 60_000 }
/** While they meet one: what is waited for then never comes. One that is blocked says so, however late on a busy machine. */
export const soonFor = (fault: OpeningFault): Patience => ({ blocked: 20, hanging: fault === 'blocked' ? PATIENT.hanging : 40 })

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
