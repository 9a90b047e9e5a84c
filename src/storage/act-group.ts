// Many acts of one kind in one transaction: accepting a whole group of claims with one tap. Acts that the verb declines
// are left out and reported; the others stand. Each keeps its own result, one bad one never blocks another. Thousands go in
// lots, so that the page can draw between them; what was kept of them stands where the phone fails in the middle.

import type { OpId } from '../domain/ids.ts'
import { keeping, keepOps, type ActInput, type NotKept } from './act.ts'
import { sorted, type Skipped } from './act-many.ts'
import { composeAll } from './compose-all.ts'
import { write, type Phone } from './phone.ts'
import { verbsAtHand } from './verbs-at-hand.ts'

export type ActedGroup = { readonly is: 'saved'; readonly ops: readonly OpId[]; readonly skipped: readonly Skipped[] } | NotKept

const AT_ONCE = 400
const LOT = 200

/** `told` hears how many of many are kept. */
export async function actGroup(phone: Phone, inputs: readonly ActInput[], told?: (done: number, of: number) => void): Promise<ActedGroup> {
  if (!(await verbsAtHand([...new Set(inputs.map((one) => one.verb))]))) return { is: 'failed', reason: 'not-loaded' }
  if (inputs.length <= AT_ONCE) return oneLot(phone, inputs)
  const [ops, skipped]: [OpId[], Skipped[]] = [[], []]
  for (let n = 0; n < inputs.length; n += LOT) {
    told?.(n, inputs.length)
    const acted = await oneLot(phone, inputs.slice(n, n + LOT))
    if (acted.is !== 'saved') return acted
    ops.push(...acted.ops)
    skipped.push(...acted.skipped)
  }
  return { is: 'saved', ops, skipped }
}

function oneLot(phone: Phone, inputs: readonly ActInput[]): Promise<ActedGroup> {
  return keeping<ActedGroup>(phone, (database) =>
    write(phone, async (_, metas) => {
      const all = await composeAll(phone, database, metas, inputs, null)
      if (all === null) return { is: 'not-ready' }
      const { made, skipped } = sorted(inputs, all.answers)
      await keepOps(database, metas, all.reference, made)
      return { is: 'saved', ops: made.map(({ record }) => record.op as OpId), skipped }
    }),
  )
}
