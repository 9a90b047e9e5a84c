// The phone as one signed-in person's keeper: their database, clock and randomness, and what is remembered between reads.
// All reading and writing of records goes through `read` and `write`, which survive dead connections.

import type { DexieOptions } from 'dexie'
import type { DistrictId, PersonId } from '../domain/ids.ts'
import type { Reference } from '../domain/reference.ts'
import { isOlderBuild } from '../wire/versions.ts'
import { attempt, closeForGood } from './attempt.ts'
import type { Clock, Random } from './clock.ts'
import { databaseName, WRITER, YantuDatabase } from './database.ts'
import { KeepingFailed } from './keeping-failed.ts'
import { openMetas, writeMeta, type Metas } from './meta.ts'
import { bePatient, type Patience } from './opening.ts'
import type { Overlay } from './overlay.ts'
import type { Hash } from './packed.ts'

export interface Owner {
  readonly person: PersonId
  readonly name: string
  readonly district: DistrictId
  /** Id of this database as the server knows it; its key signs ops. */
  readonly device: string
}

/** A second place for the text of unsent ops, and for the mark that this database once existed (localStorage). */
export interface Notes {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
}

export interface Surroundings {
  readonly clock: Clock
  readonly random: Random
  readonly notes: Notes
  /** A faster SHA-256 than our own; left out, our own is used. */
  readonly hash?: Hash
  /** Which build this is, so that one the server calls too old writes nothing new; left out, it never is. */
  readonly build?: string
  /** Another IndexedDB, for tests that hold several phones. */
  readonly engine?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>
  readonly patience?: Patience
}

export interface Phone extends Surroundings {
  readonly owner: Owner
  readonly database: YantuDatabase
  /** True when the database was written by newer code (in another tab, also after this one was opened): ask for the update, write nothing. */
  readOnly: boolean
  /** True when the server wants a newer build: what is unsent is handed in, nothing new is made. */
  tooOld: boolean
  /** True when a mark says there were records here but the database came up empty (storage was wiped). */
  readonly emptied: boolean
  readonly memory: Memory
  /** Called after every save, once it is on the disk. */
  onSaved: (() => void) | null
}

/** Parsed text, kept by what it was parsed from. Losing it costs time only. */
export interface Memory {
  reference: { readonly hash: string; readonly value: Reference } | null
  /** The same with own unsettled ops seen through. */
  seenReference: { readonly hash: string; readonly value: Reference } | null
  readonly overlays: Map<string, Overlay>
}

export async function openPhone(owner: Owner, around: Surroundings): Promise<Phone> {
  const name = databaseName(owner.district, owner.person)
  const database = new YantuDatabase(name, around.engine ?? {})
  bePatient(database, around.patience)
  const opened = await firstLook(database, () =>
    database.transaction('rw', database.meta, async () => {
      const metas = await openMetas(database)
      const minWriter = metas.get('minWriter')
      const born = metas.get('born')
      if (minWriter === undefined || minWriter < WRITER) await writeMeta(database, 'minWriter', WRITER)
      if (born === undefined) await writeMeta(database, 'born', around.clock.now())
      const tooOld = isOlderBuild(around.build ?? '', metas.get('minBuild') ?? '')
      return { readOnly: minWriter !== undefined && minWriter > WRITER, fresh: born === undefined, tooOld }
    }),
  )
  const mark = `yantu.had.${name}`
  const emptied = opened.fresh && around.notes.getItem(mark) !== null
  around.notes.setItem(mark, '1')
  return {
    ...around,
    owner,
    database,
    readOnly: opened.readOnly,
    tooOld: opened.tooOld,
    emptied,
    memory: { reference: null, seenReference: null, overlays: new Map() },
    onSaved: null,
  }
}

/** What cannot be opened is not left half open: the page that tries again has a new one. */
async function firstLook<T>(database: YantuDatabase, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await attempt(database, work)
  } catch (thrown) {
    closeForGood(database)
    throw thrown
  }
}

export function closePhone(phone: Phone): void {
  closeForGood(phone.database)
}

// Dexie follows awaits only from a callback that is itself async: a plain arrow would let the transaction end too early.

/** A consistent read over all tables. */
export const read = <T>(phone: Phone, work: (database: YantuDatabase) => PromiseLike<T>): Promise<T> =>
  attempt(phone.database, () => phone.database.transaction('r', phone.database.tables, async () => work(phone.database)), true)

/** One transaction: all of it or nothing, on the disk when this returns. `metas`: as they were when it began. */
export function write<T>(phone: Phone, work: (database: YantuDatabase, metas: Metas) => PromiseLike<T>): Promise<T> {
  if (phone.readOnly) return Promise.reject(new KeepingFailed('read-only', null))
  return attempt(phone.database, () =>
    phone.database.transaction('rw', phone.database.tables, async () => {
      // Asked every time: a tab that stays open for days may be older than what another one has made of the database meanwhile.
      const metas = await openMetas(phone.database)
      if ((metas.get('minWriter') ?? WRITER) > WRITER) {
        phone.readOnly = true
        throw new KeepingFailed('read-only', null)
      }
      return work(phone.database, metas)
    }),
  )
}
