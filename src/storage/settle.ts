// Settling an answer of the server: results, rows, whole documents, scope, reference, cursor and standings, all in one
// transaction. Results always count. Rows count only when nobody moved the cursor since the request was made.
// Never drops a document with pending ops, never deletes an op; what differs is asked for again, one document at a time.

import type { SyncResponse } from '../wire/sync.ts'
import { isOlderBuild } from '../wire/versions.ts'
import type { YantuDatabase } from './database.ts'
import { addIncident, readMeta, writeMeta } from './meta.ts'
import { mirrorUnsent } from './mirror.ts'
import { write, type Phone } from './phone.ts'
import { settleDigests } from './settle-digests.ts'
import { settleDocuments } from './settle-documents.ts'
import { settleArrived, settleResults } from './settle-results.ts'
import { settleScope } from './settle-scope.ts'
import { recount, recountAll } from './standings.ts'

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

export async function settle(phone: Phone, asked: Asked, answer: SyncResponse): Promise<Settled> {
  const settled = await write(phone, (database) => settleAll(phone, database, asked, answer))
  phone.tooOld = isOlderBuild(phone.build ?? '', answer.minBuild)
  await mirrorUnsent(phone)
  return settled
}

async function settleAll(phone: Phone, database: YantuDatabase, asked: Asked, answer: SyncResponse): Promise<Settled> {
  const now = phone.clock.now()
  const touched = new Set(await settleResults(database, answer, now))
  await writeMeta(database, 'offset', answer.serverTime - now)
  await writeMeta(database, 'minBuild', answer.minBuild)
  await noteBackup(database, answer.backedUpThrough)
  if ((asked.unequal ?? []).length > 0) await writeMeta(database, 'unequalToTell', [])
  const generation = (await readMeta(database, 'generation')) ?? null
  if (generation !== null && generation !== answer.generation) {
    await startOver(database, answer.generation, now)
    await recount(phone, database, touched)
    return { overtaken: false, restored: true, dropped: [], kept: [], unequal: [] }
  }
  if (((await readMeta(database, 'cursor')) ?? null) !== asked.cursor) {
    await recount(phone, database, touched)
    return { overtaken: true, restored: false, dropped: [], kept: [], unequal: [] }
  }
  for (const key of await settleDocuments(database, answer)) touched.add(key)
  const scope = await settleScope(phone, database, answer, asked.want)
  const unequal = await settleDigests(database, answer, now)
  if (answer.me !== undefined) await writeMeta(database, 'roles', answer.me.roles)
  await writeMeta(database, 'cursor', answer.cursor)
  await writeMeta(database, 'generation', answer.generation)
  if (!answer.more) await writeMeta(database, 'lastSync', now)
  await settleArrived(phone, database, touched, answer.more)
  if (answer.reference !== undefined) {
    await database.reference.put({ key: 'current', ...answer.reference })
    await recountAll(phone, database)
  }
  await recount(phone, database, [...touched, ...scope.dropped])
  return { overtaken: false, restored: false, dropped: scope.dropped, kept: scope.kept, unequal }
}

/** Counts how often a newer verified backup was announced: two announcements after an ack surely cover it. */
async function noteBackup(database: YantuDatabase, mark: string): Promise<void> {
  const known = (await readMeta(database, 'backup')) ?? { mark: '', advances: 0 }
  if (mark !== '' && mark !== known.mark) await writeMeta(database, 'backup', { mark, advances: known.advances + 1 })
}

/** A server of another generation may lack what it once confirmed: send it all again, compare everything. */
async function startOver(database: YantuDatabase, generation: number, now: number): Promise<void> {
  await database.outbox.where('state').anyOf('acked', 'settled').modify({ state: 'pending' })
  await writeMeta(database, 'cursor', null)
  await writeMeta(database, 'generation', generation)
  await writeMeta(database, 'restoredAt', now)
  await writeMeta(database, 'want', await database.documents.toCollection().primaryKeys())
  await writeMeta(database, 'suspects', {})
  await addIncident(database, { is: 'generation', key: String(generation), at: now })
}
