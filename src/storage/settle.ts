// Settling an answer of the server: results, rows, whole documents, scope, reference, cursor and standings, all in one
// transaction. Results always count. Rows count only when nobody moved the cursor since the request was made.
// Never drops a document with pending ops, never deletes an op; what differs is asked for again, one document at a time.

import type { SyncResponse } from '../wire/sync.ts'
import { isOlderBuild } from '../wire/versions.ts'
import type { YantuDatabase } from './database.ts'
import { noteIncident, type Metas } from './meta.ts'
import { mirrorUnsent } from './mirror.ts'
import { write, type Phone } from './phone.ts'
import { settleDigests } from './settle-digests.ts'
import { packWhole, settleDocuments, type Whole } from './settle-documents.ts'
import { settleArrived, settleResults } from './settle-results.ts'
import { settleScope } from './settle-scope.ts'
import { countedHere, recount, recountForReference } from './standings.ts'

/** What the request said that its answer must be judged by. */
export interface Asked {
  readonly cursor: string | null
  readonly want: readonly string[]
  /** Told to the server with this request. */
  readonly unequal?: readonly string[]
}

export interface Settled {
  /** Rows and scope were left alone because another tab was faster. */
  readonly overtaken: boolean
  /** The server came back from a backup: everything is compared and sent again. */
  readonly restored: boolean
  readonly dropped: readonly string[]
  /** Out of scope, but with ops that were not answered yet. */
  readonly kept: readonly string[]
  readonly unequal: readonly string[]
}

/** `texts`: of the answer's whole documents in bulk, the bytes of each (wire/bulk.ts). */
export async function settle(phone: Phone, asked: Asked, answer: SyncResponse, texts: readonly Uint8Array[] = []): Promise<Settled> {
  const whole = await packWhole(phone, answer, texts)
  const settled = await write(phone, (database, metas) => settleAll(phone, database, metas, asked, answer, whole))
  phone.tooOld = isOlderBuild(phone.build ?? '', answer.minBuild)
  await mirrorUnsent(phone)
  return settled
}

async function settleAll(
  phone: Phone,
  database: YantuDatabase,
  metas: Metas,
  asked: Asked,
  answer: SyncResponse,
  whole: Whole,
): Promise<Settled> {
  const now = phone.clock.now()
  const touched = new Set(await settleResults(database, metas, answer, now))
  metas.set('offset', answer.serverTime - now)
  metas.set('minBuild', answer.minBuild)
  noteBackup(metas, answer.backedUpThrough)
  if ((asked.unequal ?? []).length > 0) metas.set('unequalToTell', [])
  const generation = metas.get('generation') ?? null
  if (generation !== null && generation !== answer.generation) {
    await startOver(database, metas, answer, now)
    await metas.write()
    await recount(phone, database, touched)
    return { overtaken: false, restored: true, dropped: [], kept: [], unequal: [] }
  }
  if ((metas.get('cursor') ?? null) !== asked.cursor) {
    await metas.write()
    await recount(phone, database, touched)
    return { overtaken: true, restored: false, dropped: [], kept: [], unequal: [] }
  }
  const changed = await settleDocuments(database, answer, whole.records)
  changed.forEach((_, key) => touched.add(key))
  const scope = await settleScope(phone, database, metas, answer, asked.want)
  const unequal = await settleDigests(database, metas, answer, changed, now)
  if (answer.me !== undefined) metas.set('roles', answer.me.roles)
  metas.set('cursor', answer.cursor)
  metas.set('generation', answer.generation)
  if (!answer.more) metas.set('lastSync', now)
  if (answer.reference !== undefined) metas.set('referenceHash', answer.reference.hash)
  await metas.write()
  await settleArrived(phone, database, touched, answer.more)
  if (answer.reference !== undefined) {
    await database.reference.put({ key: 'current', ...answer.reference })
  }
  if (answer.reference !== undefined || !countedHere(phone, metas.get('countedBy'))) await recountForReference(phone, database)
  for (const key of scope.dropped) changed.delete(key)
  await recount(phone, database, [...touched, ...scope.dropped], changed, whole.sent)
  return { overtaken: false, restored: false, dropped: scope.dropped, kept: scope.kept, unequal }
}

/** Counts how often a newer verified backup was announced: two announcements after an ack surely cover it. */
function noteBackup(metas: Metas, mark: string): void {
  const known = metas.get('backup') ?? { mark: '', advances: 0 }
  if (mark !== '' && mark !== known.mark) metas.set('backup', { mark, advances: known.advances + 1 })
}

/** A server of another generation may lack what it once confirmed: send it all again, compare everything. */
async function startOver(database: YantuDatabase, metas: Metas, { generation, serverTime }: SyncResponse, now: number): Promise<void> {
  await database.outbox.where('state').anyOf('acked', 'settled').modify({ state: 'pending' })
  metas.set('cursor', null)
  metas.set('generation', generation)
  metas.set('restoredAt', serverTime)
  metas.set('want', await database.documents.toCollection().primaryKeys())
  metas.set('suspects', {})
  noteIncident(metas, { is: 'generation', key: String(generation), at: now })
}
