// One IndexedDB database per person, district and browser, so that accounts never mix. Opened with strict durability:
// a save is reported only when it is on the disk. Code older than the database (`minWriter`) may read it, never write it.
// Dexie's own cache of answers is left out: it serves no reading inside a transaction, and all of ours are.

import { Dexie, type DexieOptions, type Table } from 'dexie'
import type {
  BlobRecord,
  DocumentRecord,
  DraftRecord,
  MetaRecord,
  OutboxRecord,
  ReferenceRecord,
  ResultRecord,
  StandingRecord,
} from './tables.ts'

/** Raised whenever older code would damage what newer code wrote. */
export const WRITER = 1

export class YantuDatabase extends Dexie {
  declare readonly documents: Table<DocumentRecord, string>
  declare readonly standings: Table<StandingRecord, string>
  declare readonly reference: Table<ReferenceRecord, string>
  declare readonly outbox: Table<OutboxRecord, string>
  declare readonly results: Table<ResultRecord, string>
  declare readonly drafts: Table<DraftRecord, string>
  declare readonly blobs: Table<BlobRecord, string>
  declare readonly meta: Table<MetaRecord, string>

  constructor(name: string, options: DexieOptions = {}) {
    super(name, { ...options, chromeTransactionDurability: 'strict', cache: 'disabled' })
    // Switched off it still listens to every write.
    this.unuse({ stack: 'dbcore', name: 'Cache' })
    this.version(1).stores({
      documents: 'key, kind',
      standings: 'key',
      reference: 'key',
      outbox: 'op, n, key, row, state',
      results: 'op',
      drafts: 'key',
      blobs: 'hash, state',
      meta: 'key',
    })
  }
}

export const databaseName = (district: string, person: string): string => `yantu-${district}-${person}`
