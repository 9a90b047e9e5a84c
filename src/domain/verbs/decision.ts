// Whose turn a decision is, shared by accepting and returning: the row waits, the actor sits at that desk, has seen this
// very content, and is not the claimant. The answer is the step decided and whether it is the last one.

import type { Capacity, Document } from '../document.ts'
import type { HoursRow, Step } from '../dossier.ts'
import { decidedFields, entryOf, isPending, type Entry } from '../entry.ts'
import type { RowId } from '../ids.ts'
import { levelRule } from '../policy/level-rule.ts'
import { refused, type VerbContext } from './verb.ts'

export type Turn =
  | { readonly is: 'decides'; readonly entry: Entry; readonly step: Step; readonly final: boolean }
  | { readonly is: 'stale'; readonly row: RowId }
  | { readonly is: 'noop' }
  | ReturnType<typeof refused<'claim.own-decision' | 'claim.not-waiting' | 'claim.other-desk' | 'verb.not-allowed'>>

/** The entry of an hours row of a dossier, or null. */
export function entryAt(document: Document, id: RowId): Entry | null {
  const row = document.rows.get(id)
  return row === undefined || row.kind !== 'hours' ? null : entryOf(row as HoursRow)
}

/** The steps a level's claims pass through; where policy names none, the school passes and the district decides. */
export function stepsFor(entry: Entry, context: VerbContext): readonly Step[] {
  return levelRule(context.reference.policy, entry.training.level)?.decides ?? ['school', 'district']
}

/** The step a waiting entry is at: a level decided by the district alone is at the district from the start. */
export function stepOf(entry: Entry, context: VerbContext): Step {
  if (entry.state === 'pending-district') return 'district'
  return stepsFor(entry, context).includes('school') ? 'school' : 'district'
}

/** The district's officers may decide every step (they stand in for a school); a school's officers and principal only the school's. */
const sitsAt = (step: Step, capacity: Capacity): boolean =>
  capacity === 'district-officer' || (step === 'school' && (capacity === 'officer' || capacity === 'principal'))

export function decide(document: Document, id: RowId, context: VerbContext, capacity: Capacity): Turn {
  const entry = entryAt(document, id)
  if (entry === null) return refused('verb.not-allowed')
  if (document.subject.id === context.actor.id) return refused('claim.own-decision')
  if (context.base !== context.hash(decidedFields(entry))) return { is: 'stale', row: id }
  if (!isPending(entry.state)) return refused('claim.not-waiting')
  const step = stepOf(entry, context)
  if (!sitsAt(step, capacity)) return refused('claim.other-desk')
  const steps = stepsFor(entry, context)
  return { is: 'decides', entry, step, final: capacity === 'district-officer' || steps[steps.length - 1] === 'school' }
}
