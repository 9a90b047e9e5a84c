// Acting: the verb runs on what the person sees; a no comes back at once and nothing is stored. A yes is one transaction
// (durability strict) with the op, its number and the standing; 'saved' is answered only when that is on the disk.

import type { OpId } from '../domain/ids.ts'
import { KeepingFailed, type KeepingReason } from './keeping-failed.ts'
import type { ActInput, Declined, Made } from './compose.ts'
import { composeAll } from './compose-all.ts'
import type { YantuDatabase } from './database.ts'
import type { Metas } from './meta.ts'
import { mirrorIfPossible } from './mirror.ts'
import { write, type Phone } from './phone.ts'
import { keepStandings } from './standings.ts'
import { verbsAtHand } from './verbs-at-hand.ts'
import type { KnownReference } from './visible.ts'

export type { ActInput } from './compose.ts'

export type NotKept = { readonly is: 'not-ready' } | { readonly is: 'failed'; readonly reason: KeepingReason }
export type Acted = { readonly is: 'saved'; readonly op: OpId } | Declined | NotKept

export async function act(phone: Phone, input: ActInput): Promise<Acted> {
  if (!(await verbsAtHand([input.verb]))) return { is: 'failed', reason: 'not-loaded' }
  return keeping<Acted>(phone, (database) =>
    write(phone, async (_, metas) => {
      const all = await composeAll(phone, database, metas, [input], null)
      const composed = all?.answers[0]
      if (all === null || composed === undefined) return { is: 'not-ready' }
      if (composed.is !== 'composed') return composed
      await keepOps(database, metas, all.reference, [composed])
      return { is: 'saved', op: composed.record.op as OpId }
    }),
  )
}

/** Writes composed ops, the last number, what they replace, and the standings of the dossiers they changed; their drafts go. */
export async function keepOps(database: YantuDatabase, metas: Metas, reference: KnownReference, made: readonly Made[]): Promise<void> {
  const last = made[made.length - 1]
  if (last === undefined) return
  const changed = new Map(made.map(({ record, document }) => [record.key, document]))
  metas.set('lastNumber', last.record.n)
  await Promise.all([
    database.outbox.bulkAdd(made.map(({ record }) => record)),
    metas.write(),
    keepStandings(database, reference, changed),
    ...made.map(({ draft }) => (draft === null ? null : database.drafts.delete(draft))),
    ...made.map(({ record }) =>
      record.replaces === null ? null : database.results.update(record.replaces, { choice: 'replaced', seen: true }),
    ),
  ])
}

/** Runs a piece of saving: a phone that cannot keep it is an answer, not a crash. After a save the second copy is renewed. */
export async function keeping<T extends { readonly is: string }>(
  phone: Phone,
  work: (database: YantuDatabase) => Promise<T>,
): Promise<T | NotKept> {
  // A build that may not understand the rules any more could save what nobody can take.
  if (phone.tooOld) return { is: 'failed', reason: 'read-only' }
  let done: T
  try {
    done = await work(phone.database)
  } catch (thrown) {
    if (thrown instanceof KeepingFailed) return { is: 'failed', reason: thrown.reason }
    throw thrown
  }
  if (done.is === 'saved') {
    await mirrorIfPossible(phone)
    phone.onSaved?.()
  }
  return done
}
