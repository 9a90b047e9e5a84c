// Composing ops inside the caller's transaction: whatever they need is read at once, so that an act for a whole roster costs
// little more than one for a single person. Each op sees what those before it did; one that the verb declines takes no number.

import type { Document } from '../domain/document.ts'
import { subjectKey } from '../domain/document.ts'
import { compose, rowNamed, type ActInput, type Composed } from './compose.ts'
import type { YantuDatabase } from './database.ts'
import type { Metas } from './meta.ts'
import { overlayVersion } from './overlay.ts'
import type { Phone } from './phone.ts'
import type { DocumentRecord, OutboxRecord } from './tables.ts'
import { byKey, overlayOf, visibleReference, type KnownReference } from './visible.ts'

/** What is known of one document while composing: its record, the ops on it, and how it looks with them. */
interface Desk {
  readonly record: DocumentRecord | undefined
  readonly ops: OutboxRecord[]
  document: Document
}

/** An outbox so many times longer than the list of documents asked for is not looked through. */
const LONG = 3

export interface ComposedAll {
  /** Under which it was composed. */
  readonly reference: KnownReference
  /** One answer for each input, in their order. */
  readonly answers: readonly Composed[]
}

/** Null when there is no reference yet. `after` stands in where a row has no earlier op. */
export async function composeAll(
  phone: Phone,
  database: YantuDatabase,
  metas: Metas,
  inputs: readonly ActInput[],
  after: string | null,
): Promise<ComposedAll | null> {
  const keys = [...new Set(inputs.map((input) => subjectKey(input.subject)))]
  // Asked together: each question to the storage costs a phone more than answering it.
  const [reference, records, ops] = await Promise.all([
    visibleReference(phone, database, undefined, metas),
    database.documents.bulkGet(keys),
    opsOn(database, keys),
  ])
  if (reference === null) return null
  const desks = desksOf(phone, keys, records, byKey(ops), reference)
  let n = metas.get('lastNumber') ?? 0
  const answers = inputs.map((input) => {
    const key = subjectKey(input.subject)
    const desk = desks.get(key)
    if (desk === undefined) throw new Error(`nothing was read of ${key}`)
    const row = rowNamed(input)
    const earlier = row === null ? [] : desk.ops.filter((op) => op.row === row && op.state !== 'refused')
    const composed = compose(phone, input, desk.document, reference.value, {
      n: n + 1,
      after: earlier[earlier.length - 1]?.op ?? after,
      offset: metas.get('offset') ?? null,
    })
    if (composed.is !== 'composed') return composed
    n += 1
    desk.ops.push(composed.record)
    desk.document = composed.document
    // Made by the same verb on the same document: nobody need lay it over again.
    phone.memory.overlays.set(key, {
      version: overlayVersion(desk.record?.digest ?? '', desk.ops, reference.hash),
      document: desk.document,
    })
    return composed
  })
  return { reference, answers }
}

/** One document's ops by the index; those of many in one look at the whole outbox, unless it is long: then one look for each. */
async function opsOn(database: YantuDatabase, keys: readonly string[]): Promise<OutboxRecord[]> {
  const [only] = keys
  if (keys.length === 1 && only !== undefined) return database.outbox.where('key').equals(only).toArray()
  if ((await database.outbox.count()) > LONG * keys.length)
    return (await Promise.all(keys.map((key) => database.outbox.where('key').equals(key).toArray()))).flat()
  const wanted = new Set(keys)
  return (await database.outbox.toArray()).filter((op) => wanted.has(op.key))
}

function desksOf(
  phone: Phone,
  keys: readonly string[],
  records: readonly (DocumentRecord | undefined)[],
  ops: ReadonlyMap<string, OutboxRecord[]>,
  reference: KnownReference,
): Map<string, Desk> {
  return new Map(
    keys.map((key, i) => {
      const own = ops.get(key) ?? []
      return [key, { record: records[i], ops: own, document: overlayOf(phone, key, records[i], own, reference) }]
    }),
  )
}
