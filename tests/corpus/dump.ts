// An IndexedDB database as data: its version, its stores with their keys and indexes, and every record, so that it can be laid down
// again somewhere else: a profile that was copied, or the phone of an earlier release. Read and written with IndexedDB alone, so
// that a dump knows nothing of today's code.

export interface StoreDump {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly autoIncrement: boolean
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
    readonly multiEntry: boolean
  }[]
  readonly records: readonly unknown[]
}

export interface Dump {
  readonly name: string
  /** As IndexedDB counts (Dexie's version times ten). */
  readonly version: number
  readonly stores: readonly StoreDump[]
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB failed'))
    }
  })

export async function takeDump(factory: IDBFactory, name: string): Promise<Dump> {
  const database = await done(factory.open(name))
  try {
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names, 'readonly')
    const stores = await Promise.all(
      names.map(async (store): Promise<StoreDump> => {
        const held = transaction.objectStore(store)
        const indexes = [...held.indexNames]
          .map((index) => held.index(index))
          .map(({ name: label, keyPath, unique, multiEntry }) => ({ name: label, keyPath, unique, multiEntry }))
        return {
          name: store,
          keyPath: held.keyPath,
          autoIncrement: held.autoIncrement,
          indexes,
          records: (await done(held.getAll())) as unknown[],
        }
      }),
    )
    return { name, version: database.version, stores }
  } finally {
    database.close()
  }
}

export async function layDown(factory: IDBFactory, dump: Dump): Promise<void> {
  const opening = factory.open(dump.name, dump.version)
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes } of dump.stores) {
      const store = opening.result.createObjectStore(name, { keyPath, autoIncrement })
      for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry })
    }
  }
  const database = await done(opening)
  try {
    for (const { name, records } of dump.stores) {
      const transaction = database.transaction(name, 'readwrite')
      await Promise.all(records.map((record) => done(transaction.objectStore(name).put(record))))
    }
  } finally {
    database.close()
  }
}

interface PackedBytes {
  readonly $bytes: string
}

/** As JSON text; raw bytes (pictures) as base64. */
export const dumpText = (dump: Dump): string =>
  JSON.stringify(
    dump,
    (_key, value: unknown) =>
      value instanceof ArrayBuffer ? ({ $bytes: Buffer.from(value).toString('base64') } satisfies PackedBytes) : value,
    1,
  )

export const readDump = (text: string): Dump =>
  JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$bytes' in value
      ? new Uint8Array(Buffer.from(String(value.$bytes), 'base64')).buffer
      : value,
  ) as Dump
