// Results of ops: each op gets its one answer; what took effect stays shown from here until its rows have arrived.
// `held` is no result: the op stays pending. A refusal stays, with its op, until its author chooses.

import type { OpResult } from '../wire/result.ts'
import type { SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import { readMeta } from './meta.ts'
import { holdsOp } from './overlay.ts'
import { unpackDocument } from './packed.ts'
import type { Phone } from './phone.ts'
import type { OutboxState } from './tables.ts'

/** Refused for how it was carried, not for what it says: it waits until its author signs in again. */
const CARRIED_WRONG = ['op.unknown-device', 'op.bad-signature', 'op.other-actor']

export const isUnanswered = (result: OpResult): boolean =>
  result.is === 'held' || (result.is === 'refused' && CARRIED_WRONG.indexOf(result.code) >= 0)

/** How the op stands after a result; null for what is no answer to it, which leaves it as it was. */
function stateAfter(result: OpResult): OutboxState | null {
  if (isUnanswered(result)) return null
  switch (result.is) {
    case 'applied': case 'adjusted': return 'acked'
    case 'noop': return 'settled'
    case 'stale': case 'refused': return 'refused'
    case 'held': return null
  }
}

/** Stores the results; answers the keys of the documents whose overlay may have changed. */
export async function settleResults(database: YantuDatabase, answer: Pick<SyncResponse, 'results'>, now: number): Promise<string[]> {
  const touched: string[] = []
  const advances = (await readMeta(database, 'backup'))?.advances ?? 0
  for (const { op, result } of answer.results) {
    const record = await database.outbox.get(op)
    const state = stateAfter(result)
    // Only the first answer counts; a replay says the same again.
    if (record === undefined || record.state !== 'pending' || state === null) continue
    await database.outbox.update(op, { state, ackedAt: now, ackedAtBackup: advances })
    // What simply took effect needs no words: the op's own state says it.
    if (result.is !== 'applied') await database.results.put({ op, result, at: now, seen: result.is === 'noop', choice: null })
    touched.push(record.key)
  }
  return touched
}

/** Acked ops whose effect is now in the document are settled; when no more rows are coming, the rest of them are too. */
export async function settleArrived(phone: Phone, database: YantuDatabase, touched: ReadonlySet<string>, more: boolean): Promise<void> {
  const acked = await database.outbox.where('state').equals('acked').toArray()
  for (const op of acked) {
    if (more && !touched.has(op.key)) continue
    const record = await database.documents.get(op.key)
    const waited = !more && record !== undefined
    if (waited || (record !== undefined && holdsOp(unpackDocument(record), op.op))) await database.outbox.update(op.op, { state: 'settled' })
  }
  phone.memory.overlays.forEach((_, key) => { if (touched.has(key)) phone.memory.overlays.delete(key) })
}
