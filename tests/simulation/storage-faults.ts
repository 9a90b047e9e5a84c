// IndexedDB that can be hurt at any transaction: a connection that is lost, a disk that is full, a process that is killed before
// a transaction begins or after it ended and before anybody was told. Built as an engine the phone's own store is given.
// Where nothing is planned it is fake-indexeddb untouched.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { heldUp, newOpening, type Opening } from './opening-faults.ts'

/** The last two: the connection is lost, and opening it again is held up or never answered. */
export type StorageFault = 'lost' | 'aborted' | 'full' | 'killed-before' | 'killed-after' | 'lost-then-blocked' | 'lost-then-hangs'

/** One run of the app on this storage, from opening to being closed or killed. */
export interface Life {
  /** After so many transactions from now on the fault happens, once. */
  plan: { in: number; readonly fault: StorageFault } | null
  dead: boolean
  readonly live: Set<IDBTransaction>
  readonly opening: Opening
  /** Told when what was planned happened. */
  happened(fault: StorageFault): void
}

export interface Storage {
  readonly factory: IDBFactory
  /** The engine for one life. */
  engine(life: Life): { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange }
}

export const newLife = (): Life => ({ plan: null, dead: false, live: new Set(), opening: newOpening(), happened: () => undefined })

export function newStorage(): Storage {
  const factory = new IDBFactory()
  return { factory, engine: (life) => ({ indexedDB: watched(factory, life), IDBKeyRange }) }
}

/** Ends a life as a kill does: what was not committed is undone, what is still running finds nothing any more. */
export function endLife(life: Life): void {
  life.dead = true
  for (const transaction of [...life.live]) abort(transaction)
}

function watched(factory: IDBFactory, life: Life): IDBFactory {
  const made = Object.create(factory) as IDBFactory
  made.open = (name: string, version?: number) => {
    if (life.opening.fault !== null)
      return heldUp(life.opening, factory, name, version, (database) => {
        watch(database, life)
      })
    const request = factory.open(name, version)
    // Before the store's own handler, so that every transaction it ever begins passes here.
    request.addEventListener('success', () => {
      watch(request.result, life)
    })
    return request
  }
  return made
}

function watch(database: IDBDatabase, life: Life): void {
  const begin = database.transaction.bind(database)
  database.transaction = (names, mode, options) => {
    if (life.dead) throw new DOMException('this life is over', 'InvalidStateError')
    const fault = due(life)
    if (fault !== null && fault !== 'killed-after') life.happened(fault)
    if (fault === 'lost-then-blocked') life.opening.fault = 'blocked'
    if (fault === 'lost-then-hangs') life.opening.fault = 'hangs'
    if (fault === 'lost' || fault === 'lost-then-blocked' || fault === 'lost-then-hangs')
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    if (fault === 'full') throw new DOMException('no room', 'QuotaExceededError')
    if (fault === 'killed-before') {
      endLife(life)
      throw new DOMException('killed', 'InvalidStateError')
    }
    const transaction = begin(names, mode, options)
    life.live.add(transaction)
    transaction.addEventListener('complete', () => {
      life.live.delete(transaction)
      if (fault !== 'killed-after') return
      endLife(life)
      life.happened(fault)
    })
    transaction.addEventListener('abort', () => {
      life.live.delete(transaction)
    })
    if (fault === 'aborted')
      setImmediate(() => {
        abort(transaction)
      })
    return transaction
  }
}

function due(life: Life): StorageFault | null {
  const { plan } = life
  if (plan === null) return null
  plan.in -= 1
  if (plan.in >= 0) return null
  life.plan = null
  return plan.fault
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch (thrown) {
    // It had just ended by itself.
    if (!(thrown instanceof Error) || thrown.name !== 'InvalidStateError') throw thrown
  }
}
