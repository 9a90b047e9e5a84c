// Undo of a decision: an op of its own (revoke-decision), never a deletion. Finds the decision in force on the row.

import type { Subject } from '../domain/document.ts'
import type { HoursRow } from '../domain/dossier.ts'
import { entryOf } from '../domain/entry.ts'
import type { RowId } from '../domain/ids.ts'
import { act, type Acted } from './act.ts'
import { read, type Phone } from './phone.ts'
import { visible } from './visible.ts'

export async function revoke(phone: Phone, subject: Subject, row: RowId): Promise<Acted> {
  const found = await read(phone, async (database) => (await visible(phone, database, subject))?.rows.get(row) ?? null)
  const decision = found === null || found.kind !== 'hours' ? null : (entryOf(found as HoursRow)?.decision ?? null)
  if (decision === null) return { is: 'noop' }
  return act(phone, { verb: 'revoke-decision', subject, args: { row, decision: decision.op } })
}
