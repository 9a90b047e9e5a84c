// Whose turn a decision is, shared by accepting and returning: the row waits, the actor sits at that desk, has seen this
// very content, and is not the claimant. The answer is the step decided and whether it is the last one.
// Where the content changed since, a decision of the same effect by someone else makes this one superfluous, not stale.

import { rowAt, type Capacity, type Document } from '../document.ts'
import type { HoursRow, Step } from '../dossier.ts'
import { decidedFields, entryOf, isDecision, isPending, standing, type DecisionFact, type Entry } from '../entry.ts'
import { stepsOfClaim } from '../history/late.ts'
import type { RowId } from '../ids.ts'
import { refused, type VerbContext } from './verb.ts'

export type Turn =
  | { readonly is: 'decides'; readonly entry: Entry; readonly step: Step; readonly final: boolean }
  | { readonly is: 'stale'; readonly row: RowId }
  | { readonly is: 'noop' }
  | ReturnType<typeof refused<'claim.own-decision' | 'claim.not-waiting' | 'claim.other-desk' | 'verb.not-allowed'>>

/** The entry of an hours row of a dossier, or null. */
export function entryAt(document: Document, id: RowId): Entry | null {
  const row = rowAt(document, id)
  return row === undefined || row.kind !== 'hours' ? null : entryOf(row as HoursRow)
}

/** The steps a claim passes through: its level's (the school passes and the district decides where policy names none), and the district's too when it came after 补登截止. */
const stepsFor = (entry: Handed, context: VerbContext): readonly Step[] =>
  stepsOfClaim(context.reference.policy, entry.training, entry.facts)

/** What decides the route: the training, and when it was handed in. */
export type Handed = Pick<Entry, 'training' | 'facts'>

/** The step a waiting entry is at: a level decided by the district alone is at the district from the start. */
export function stepOf(entry: Handed & Pick<Entry, 'state'>, context: VerbContext): Step {
  if (entry.state === 'pending-district') return 'district'
  return stepsFor(entry, context).includes('school') ? 'school' : 'district'
}

/** The district's officers may decide every step (they stand in for a school); a school's officers and principal only the school's. */
export const sitsAt = (step: Step, capacity: Capacity): boolean =>
  capacity === 'district-officer' || (step === 'school' && (capacity === 'officer' || capacity === 'principal'))

/** Whether a yes at this step recognises: at the last step, and always when the district says it. */
export function isFinal(entry: Handed, context: VerbContext, capacity: Capacity): boolean {
  const steps = stepsFor(entry, context)
  return capacity === 'district-officer' || steps[steps.length - 1] === 'school'
}

export const seenAs = (entry: Entry, context: VerbContext): boolean => context.base === context.hash(decidedFields(entry))

/** Whether what this person saw was since decided by others, one of them to the effect meant here. */
function decidedAlike(entry: Entry, context: VerbContext, alike: (d: DecisionFact) => boolean): boolean {
  const facts = standing(entry.facts)
  for (let i = facts.length - 1; i > 0; i--) {
    const fact = facts[i]
    if (fact === undefined || !isDecision(fact)) return false
    const before = entryOf({ id: entry.id, kind: 'hours', facts: facts.slice(0, i) })
    if (alike(fact) && before !== null && seenAs(before, context)) return true
  }
  return false
}

export function decide(document: Document, id: RowId, context: VerbContext, capacity: Capacity, alike: (d: DecisionFact) => boolean): Turn {
  const entry = entryAt(document, id)
  if (entry === null) return refused('verb.not-allowed')
  if (document.subject.id === context.actor.id) return refused('claim.own-decision')
  if (!seenAs(entry, context)) return decidedAlike(entry, context, alike) ? { is: 'noop' } : { is: 'stale', row: id }
  if (!isPending(entry.state)) return refused('claim.not-waiting')
  const step = stepOf(entry, context)
  if (!sitsAt(step, capacity)) return refused('claim.other-desk')
  return { is: 'decides', entry, step, final: isFinal(entry, context, capacity) }
}
