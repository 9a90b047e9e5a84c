// Many acts of one kind in one transaction: accepting a whole group of claims with one tap. Acts that the verb declines
// are left out and reported; the others stand. Each keeps its own result, one bad one never blocks another.

import type { OpId } from '../domain/ids.ts'
import { composeHere, keeping, keepOps, type ActInput, type NotKept } from './act.ts'
import type { Skipped } from './act-many.ts'
import { write, type Phone } from './phone.ts'
import type { OutboxRecord } from './tables.ts'

export type ActedGroup = { readonly is: 'saved'; readonly ops: readonly OpId[]; readonly skipped: readonly Skipped[] } | NotKept

export async function actGroup(phone: Phone, inputs: readonly ActInput[]): Promise<ActedGroup> {
  return keeping<ActedGroup>(phone, (database) => write(phone, async () => {
    const records: OutboxRecord[] = []
    const skipped: Skipped[] = []
    for (const input of inputs) {
      const composed = await composeHere(phone, database, input, null, records.length)
      if (composed.is === 'not-ready') return composed
      if (composed.is === 'composed') records.push(composed.record)
      else skipped.push({ input, why: composed })
    }
    await keepOps(phone, database, records)
    return { is: 'saved', ops: records.map((one) => one.op as OpId), skipped }
  }))
}
