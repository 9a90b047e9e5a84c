// Many acts of one kind in one transaction: accepting a whole group of claims with one tap. Acts that the verb declines
// are left out and reported; the others stand. Each keeps its own result, one bad one never blocks another.

import type { OpId } from '../domain/ids.ts'
import { keeping, keepOps, type ActInput, type NotKept } from './act.ts'
import { sorted, type Skipped } from './act-many.ts'
import { composeAll } from './compose-all.ts'
import { write, type Phone } from './phone.ts'
import { verbsAtHand } from './verbs-at-hand.ts'

export type ActedGroup = { readonly is: 'saved'; readonly ops: readonly OpId[]; readonly skipped: readonly Skipped[] } | NotKept

export async function actGroup(phone: Phone, inputs: readonly ActInput[]): Promise<ActedGroup> {
  if (!(await verbsAtHand(inputs.map((one) => one.verb)))) return { is: 'failed', reason: 'not-loaded' }
  return keeping<ActedGroup>(phone, (database) => write(phone, async () => {
    const all = await composeAll(phone, database, inputs, null)
    if (all === null) return { is: 'not-ready' }
    const { made, skipped } = sorted(inputs, all.answers)
    await keepOps(database, all.reference, made)
    return { is: 'saved', ops: made.map(({ record }) => record.op as OpId), skipped }
  }))
}
