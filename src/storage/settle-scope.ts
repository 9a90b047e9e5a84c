// Scope: what this person may hold now. The rest is dropped, but never before its pending ops are answered; those documents
// are kept, counted and told. What is new is put on the list of documents to ask for.

import { subjectKey, type Subject } from '../domain/document.ts'
import type { SyncResponse } from '../wire/sync.ts'
import type { YantuDatabase } from './database.ts'
import { noteIncident, type Metas } from './meta.ts'
import type { Phone } from './phone.ts'

export interface ScopeChange {
  readonly dropped: readonly string[]
  readonly kept: readonly string[]
}

export async function settleScope(
  phone: Phone,
  database: YantuDatabase,
  metas: Metas,
  answer: SyncResponse,
  asked: readonly string[],
): Promise<ScopeChange> {
  let held: ReadonlySet<string> = new Set()
  const dropped: string[] = []
  const kept: string[] = []
  if (answer.scope !== undefined) {
    const scope = new Set(answer.scope.map((subject) => subjectKey(subject as Subject)))
    held = new Set(await database.documents.toCollection().primaryKeys())
    for (const key of held) {
      if (scope.has(key)) continue
      if ((await unanswered(database, key)) > 0) kept.push(key)
      else dropped.push(key)
    }
    if (dropped.length > 0) await database.documents.bulkDelete(dropped)
    // Taken, and their rows will never come here.
    if (dropped.length > 0)
      await database.outbox
        .where('key')
        .anyOf(dropped)
        .filter((op) => op.state === 'acked')
        .modify({ state: 'settled' })
    for (const key of dropped) phone.memory.overlays.delete(key)
    noteKept(metas, kept, phone.clock.now())
  }
  metas.set('want', wantAfter(answer, metas.get('want') ?? [], held, asked))
  return { dropped, kept }
}

/** What is still to be asked for whole, after an answer. `held`: the keys kept by then; matters only where the answer names the scope. */
export function wantAfter(
  answer: Pick<SyncResponse, 'documents' | 'more' | 'scope'>,
  want: readonly string[],
  held: ReadonlySet<string>,
  asked: readonly string[],
): string[] {
  const delivered = new Set(answer.documents.map((one) => subjectKey(one.subject as Subject)))
  // Asked for and not given, with nothing more to come: it is not there for us any more.
  const hopeless = new Set(answer.more ? [] : asked.filter((key) => !delivered.has(key)))
  const open = want.filter((key) => !delivered.has(key) && !hopeless.has(key))
  if (answer.scope === undefined) return open
  const scope = new Set(answer.scope.map((subject) => subjectKey(subject as Subject)))
  const wanted = new Set(open.filter((key) => scope.has(key)))
  for (const key of scope) if (!held.has(key) && !hopeless.has(key)) wanted.add(key)
  return [...wanted]
}

const unanswered = (database: YantuDatabase, key: string): Promise<number> =>
  // What a server confirmed once, before it was restored, goes again without its document.
  database.outbox
    .where('key')
    .equals(key)
    .filter((op) => op.state === 'pending' && op.ackedAt === null)
    .count()

/** Told once per document, not at every sync. */
function noteKept(metas: Metas, kept: readonly string[], now: number): void {
  const known = (metas.get('incidents') ?? []).filter((one) => one.is === 'kept-for-pending')
  for (const key of kept) if (!known.some((one) => one.key === key)) noteIncident(metas, { is: 'kept-for-pending', key, at: now })
}
