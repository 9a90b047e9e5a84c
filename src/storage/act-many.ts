// One act and what follows from it for many people, all in one transaction: an activity and the hours of everyone there.
// The first op's id is the activity's row; each follower names the first op in `after`, so that a refused activity takes
// its grants with it. A follower the verb declines is left out and reported; the others stand.

import type { OpId, RowId } from '../domain/ids.ts'
import { keeping, keepOps, type ActInput, type NotKept } from './act.ts'
import type { Composed, Declined, Made } from './compose.ts'
import { composeAll } from './compose-all.ts'
import { write, type Phone } from './phone.ts'
import { verbsAtHand } from './verbs-at-hand.ts'

export type Follower = ActInput

export interface Skipped {
  readonly input: Follower
  readonly why: Declined
}

export type ActedMany =
  { readonly is: 'saved'; readonly op: OpId; readonly ops: readonly OpId[]; readonly skipped: readonly Skipped[] } | Declined | NotKept

export async function actMany(phone: Phone, first: ActInput, followers: (first: RowId) => readonly Follower[]): Promise<ActedMany> {
  if (!(await verbsAtHand([first.verb]))) return { is: 'failed', reason: 'not-loaded' }
  return keeping<ActedMany>(phone, (database) =>
    write(phone, async (_, metas) => {
      const leading = await composeAll(phone, database, metas, [first], null)
      const head = leading?.answers[0]
      if (leading === null || head === undefined) return { is: 'not-ready' }
      if (head.is !== 'composed') return head
      // Kept before the others are composed, so that they see the activity in the reference.
      await keepOps(database, metas, leading.reference, [head])
      const inputs = followers(head.record.op as RowId)
      const all = await composeAll(phone, database, metas, inputs, head.record.op)
      if (all === null) return { is: 'not-ready' }
      const { made, skipped } = sorted(inputs, all.answers)
      await keepOps(database, metas, all.reference, made)
      return { is: 'saved', op: head.record.op as OpId, ops: made.map(({ record }) => record.op as OpId), skipped }
    }),
  )
}

/** What took effect, and what was declined and why. */
export function sorted(inputs: readonly ActInput[], answers: readonly Composed[]): { made: Made[]; skipped: Skipped[] } {
  const made: Made[] = []
  const skipped: Skipped[] = []
  inputs.forEach((input, i) => {
    const one = answers[i]
    if (one?.is === 'composed') made.push(one)
    else if (one !== undefined) skipped.push({ input, why: one })
  })
  return { made, skipped }
}
