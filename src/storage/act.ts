// Acting: the verb runs on what the person sees; a no comes back at once and nothing is stored. A yes is one transaction
// (durability strict) with the op, its number and the standing; 'saved' is answered only when that is on the disk.

import type { OpId } from '../domain/ids.ts'
import { KeepingFailed, type KeepingReason } from './attempt.ts'
import { compose, rowNamed, type ActInput, type Composed, type Declined } from './compose.ts'
import type { YantuDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { mirrorUnsent } from './mirror.ts'
import { write, type Phone } from './phone.ts'
import { recount } from './standings.ts'
import type { OutboxRecord } from './tables.ts'
import { overlayOf, visibleReference } from './visible.ts'
import { subjectKey } from '../domain/document.ts'

export type { ActInput } from './compose.ts'

export type NotKept = { readonly is: 'not-ready' } | { readonly is: 'failed'; readonly reason: KeepingReason }
export type Acted = { readonly is: 'saved'; readonly op: OpId } | Declined | NotKept

export async function act(phone: Phone, input: ActInput): Promise<Acted> {
  return keeping<Acted>(phone, (database) => write(phone, async () => {
    const composed = await composeHere(phone, database, input, null)
    if (composed.is !== 'composed') return composed
    await keepOps(phone, database, [composed.record])
    return { is: 'saved', op: composed.record.op as OpId }
  }))
}

/** Composes an op inside the caller's transaction, as the next number. `after` stands in where the row has no earlier op. */
export async function composeHere(phone: Phone, database: YantuDatabase, input: ActInput, after: string | null, ahead = 0): Promise<Composed | { readonly is: 'not-ready' }> {
  const reference = await visibleReference(phone, database)
  if (reference === null) return { is: 'not-ready' }
  const key = subjectKey(input.subject)
  const record = await database.documents.get(key)
  const ops = (await database.outbox.where('key').equals(key).toArray()).sort((a, b) => a.n - b.n)
  const document = overlayOf(phone, key, record, ops, reference)
  const row = rowNamed(input)
  const earlier = row === null ? [] : ops.filter((op) => op.row === row && op.state !== 'refused')
  return compose(phone, input, document, reference.value, {
    n: ((await readMeta(database, 'lastNumber')) ?? 0) + 1 + ahead,
    after: earlier[earlier.length - 1]?.op ?? after,
    offset: (await readMeta(database, 'offset')) ?? null,
  })
}

/** Writes composed ops, the last number, what they replace, and the standings they touch. */
export async function keepOps(phone: Phone, database: YantuDatabase, records: readonly OutboxRecord[]): Promise<void> {
  const last = records[records.length - 1]
  if (last === undefined) return
  await database.outbox.bulkAdd(records)
  await writeMeta(database, 'lastNumber', last.n)
  for (const { replaces } of records) if (replaces !== null) await database.results.update(replaces, { choice: 'replaced', seen: true })
  await recount(phone, database, records.map((one) => one.key))
}

/** Runs a piece of saving: a phone that cannot keep it is an answer, not a crash. After a save the second copy is renewed. */
export async function keeping<T extends { readonly is: string }>(phone: Phone, work: (database: YantuDatabase) => Promise<T>): Promise<T | NotKept> {
  let done: T
  try {
    done = await work(phone.database)
  } catch (thrown) {
    if (thrown instanceof KeepingFailed) return { is: 'failed', reason: thrown.reason }
    throw thrown
  }
  if (done.is === 'saved') {
    await mirrorUnsent(phone)
    phone.onSaved?.()
  }
  return done
}
