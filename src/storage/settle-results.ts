// Results of ops: each op gets its one answer; what took effect stays shown from here until its rows have arrived.
// `held` is no result: the op stays pending. A refusal stays, with its op, until its author chooses.

import type { OpResult } from '../wire/result.ts'
import type { SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import type { Metas } from './meta.ts'
import { holdsOp } from './overlay.ts'
import { unpackDocument } from './packed.ts'
import type { Phone } from './phone.ts'
import type { OutboxRecord, OutboxState, ResultRecord } from './tables.ts'

/** Refused for how it was carried, not for what it says: it waits until its author signs in again, or for a device of its own. */
const CARRIED_WRONG = ['op.unknown-device', 'op.bad-signature', 'op.other-actor', 'op.cloned-device']

export const isUnanswered = (result: OpResult): boolean =>
  result.is === 'held' || (result.is === 'refused' && CARRIED_WRONG.indexOf(result.code) >= 0)

/** How the op stands after a result; null for what is no answer to it, which leaves it as it was. */
function stateAfter(result: OpResult): OutboxState | null {
  if (isUnanswered(result)) return null
  switch (result.is) {
    case 'applied':
    case 'adjusted':
      return 'acked'
    case 'noop':
      return 'settled'
    case 'stale':
    case 'refused':
      return 'refused'
    case 'held':
      return null
  }
}

const isForeseen = (record: OutboxRecord, result: OpResult): boolean =>
  result.is === 'adjusted' && record.foreseen !== undefined && result.as['state'] === record.foreseen

/** Stores the results; answers the keys of the documents whose overlay may have changed. */
export async function settleResults(
  database: YantuDatabase,
  metas: Metas,
  answer: Pick<SyncResponse, 'results'>,
  now: number,
): Promise<string[]> {
  if (answer.results.length === 0) return []
  const advances = metas.get('backup')?.advances ?? 0
  const records = await database.outbox.bulkGet(answer.results.map(({ op }) => op))
  const answered = new Map<string, OutboxRecord>()
  const words: ResultRecord[] = []
  answer.results.forEach(({ op, result }, i) => {
    const record = records[i]
    const state = stateAfter(result)
    // Only the first answer counts; a replay says the same again.
    if (record === undefined || record.state !== 'pending' || state === null || answered.has(op)) return
    // Confirmed once, and the person erased since: nothing is left to choose.
    const over = result.is === 'refused' && result.code === 'document.erased' && record.ackedAt !== null
    answered.set(op, { ...record, state: over ? 'settled' : state, ackedAt: now, ackedAtBackup: advances })
    if (over) return
    // What simply took effect needs no words: the op's own state says it.
    if (result.is !== 'applied') words.push({ op, result, at: now, seen: result.is === 'noop' || isForeseen(record, result), choice: null })
  })
  if (answered.size > 0) await database.outbox.bulkPut([...answered.values()])
  if (words.length > 0) await database.results.bulkPut(words)
  return [...answered.values()].map((record) => record.key)
}

/** Acked ops whose effect is now in the document are settled; when no more rows are coming, the rest of them are too. */
export async function settleArrived(phone: Phone, database: YantuDatabase, touched: ReadonlySet<string>, more: boolean): Promise<void> {
  const forget = (): void => {
    phone.memory.overlays.forEach((_, key) => {
      if (touched.has(key)) phone.memory.overlays.delete(key)
    })
  }
  const acked = (await database.outbox.where('state').equals('acked').toArray()).filter((op) => !more || touched.has(op.key))
  if (acked.length === 0) return forget()
  const records = await database.documents.bulkGet(acked.map((op) => op.key))
  const settled = acked.filter((op, i) => {
    const record = records[i]
    return record !== undefined && (!more || holdsOp(unpackDocument(record), op.op))
  })
  if (settled.length > 0) await database.outbox.bulkPut(settled.map((op) => ({ ...op, state: 'settled' })))
  forget()
}
