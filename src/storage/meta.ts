// The single values of a database, each with its type: which code may write it, how far it is synced, who is syncing.

import type { YantuDatabase } from './database.ts'

export interface Lease {
  readonly tab: string
  readonly until: number
}

export interface MetaValues {
  /** The oldest writer version that may still write here. Read before anything else. */
  minWriter: number
  born: number
  /** The number of the last op made here (1, 2, 3 …). */
  lastNumber: number
  cursor: string | null
  generation: number | null
  /** When a server restored from a backup was met last (server's ms: the phone's own clock may be a year off). */
  restoredAt: number
  /** Documents to ask for whole, as subject keys. */
  want: readonly string[]
  /** Digests the server named that do not agree yet; judged when no more rows are coming. */
  suspects: Readonly<Record<string, string>>
  /** Documents found unequal that the server was not told of yet. */
  unequalToTell: readonly string[]
  /** Documents opened beyond the standing scope, with when (ms). */
  opened: Readonly<Record<string, number>>
  /** Hash of the policy and the build that the standings were counted by, with a space between. */
  countedBy: string
  lease: Lease
  /** Server clock minus phone clock in ms, as last measured. */
  offset: number
  /** When an exchange last ended well (phone's ms). */
  lastSync: number
  backup: { readonly mark: string; readonly advances: number }
  roles: readonly { readonly role: string; readonly at: { readonly kind: string; readonly id: string } }[]
  minBuild: string
  /** Of the reference kept here, so that its long text is read only when it is another one; absent until the next one comes. */
  referenceHash: string
  /** Faults that healed themselves, for the sync page; the last twenty. */
  incidents: readonly Incident[]
}

/** unequal: a document differed and was fetched again · kept-for-pending: out of scope but with unsent ops · renewed: copied from another phone's, it got a device of its own. */
export interface Incident {
  readonly is: 'unequal' | 'kept-for-pending' | 'generation' | 'renewed'
  readonly key: string
  readonly at: number
}

export async function readMeta<K extends keyof MetaValues>(database: YantuDatabase, key: K): Promise<MetaValues[K] | undefined> {
  const record = await database.meta.get(key)
  return record === undefined ? undefined : (record.value as MetaValues[K])
}

export async function writeMeta<K extends keyof MetaValues>(database: YantuDatabase, key: K, value: MetaValues[K]): Promise<void> {
  await database.meta.put({ key, value })
}

/** The values of a transaction: read with one question, written with one. What is set is seen by whoever reads here after it. */
export interface Metas {
  get<K extends keyof MetaValues>(key: K): MetaValues[K] | undefined
  set<K extends keyof MetaValues>(key: K, value: MetaValues[K]): void
  /** Writes what was set and differs. */
  write(): Promise<void>
}

export async function openMetas(database: YantuDatabase): Promise<Metas> {
  const values = new Map((await database.meta.toArray()).map(({ key, value }) => [key, value]))
  const changed = new Map<string, unknown>()
  return {
    get: <K extends keyof MetaValues>(key: K) => values.get(key) as MetaValues[K] | undefined,
    set(key, value) {
      if (JSON.stringify(values.get(key)) !== JSON.stringify(value)) changed.set(key, value)
      values.set(key, value)
    },
    async write() {
      if (changed.size === 0) return
      await database.meta.bulkPut([...changed].map(([key, value]) => ({ key, value })))
      changed.clear()
    },
  }
}

export function noteIncident(metas: Metas, incident: Incident): void {
  metas.set('incidents', [...(metas.get('incidents') ?? []), incident].slice(-20))
}

export async function addIncident(database: YantuDatabase, incident: Incident): Promise<void> {
  const metas = await openMetas(database)
  noteIncident(metas, incident)
  await metas.write()
}
