// The one list of verbs: a record over the union of their names, so that a missing entry does not compile.
// Phone and server run a verb only through `runVerb`: subject, arguments, right and repetition are checked here, once.

import { capacitiesFor } from '../permissions.ts'
import type { Document } from '../document.ts'
import type { OpId, RowId } from '../ids.ts'
import { acceptClaim } from './accept-claim.ts'
import { amendClaim } from './amend-claim.ts'
import { claimHours } from './claim-hours.ts'
import { enrolPerson } from './enrol-person.ts'
import { grantHours } from './grant-hours.ts'
import { grantRole } from './grant-role.ts'
import { openSchool } from './open-school.ts'
import { recordFor } from './record-for.ts'
import { registerActivity } from './register-activity.ts'
import { returnClaim } from './return-claim.ts'
import { startPost } from './start-post.ts'
import { withdrawClaim } from './withdraw-claim.ts'
import { readArguments } from './read-arguments.ts'
import { refused, type Outcome, type Verb, type VerbContext } from './verb.ts'

export const VERB_NAMES = [
  'claim-hours',
  'amend-claim',
  'withdraw-claim',
  'accept-claim',
  'return-claim',
  'grant-hours',
  'record-for',
  'enrol-person',
  'start-post',
  'open-school',
  'grant-role',
  'register-activity',
] as const
export type VerbName = (typeof VERB_NAMES)[number]

// Arguments are unknown until the verb's own schema has read them; the cast forgets only that.
const asVerb = <A, C extends string>(verb: Verb<A, C>): Verb => verb as unknown as Verb

export const VERBS: Readonly<Record<VerbName, Verb>> = {
  'claim-hours': asVerb(claimHours),
  'amend-claim': asVerb(amendClaim),
  'withdraw-claim': asVerb(withdrawClaim),
  'accept-claim': asVerb(acceptClaim),
  'return-claim': asVerb(returnClaim),
  'grant-hours': asVerb(grantHours),
  'record-for': asVerb(recordFor),
  'enrol-person': asVerb(enrolPerson),
  'start-post': asVerb(startPost),
  'open-school': asVerb(openSchool),
  'grant-role': asVerb(grantRole),
  'register-activity': asVerb(registerActivity),
}

export const isVerbName = (text: string): text is VerbName => (VERB_NAMES as readonly string[]).includes(text)

/** An op whose row or fact is already there took effect before: its answer got lost on the way to this phone. */
function tookEffect(document: Document, op: OpId): boolean {
  if (document.rows.has(op as string as RowId)) return true
  for (const row of document.rows.values()) if (row.facts.some((f) => f.op === op)) return true
  return false
}

/**
 * Runs a verb on a document: the only way to change one. `version` is the one the arguments were written for.
 * Someone with several roles acts in the first one, in the order of the verb's `who`, that the verb does not refuse.
 */
export function runVerb(name: string, version: number, document: Document, rawArgs: unknown, context: VerbContext): Outcome {
  if (!isVerbName(name)) return refused('verb.unknown')
  const verb = VERBS[name]
  if (!verb.subject.includes(document.subject.kind)) return refused('verb.wrong-subject')
  const read = readArguments(verb, version, rawArgs)
  if (read.is === 'refused') return read
  const named = verb.scopeFrom?.(read.args, document) ?? null
  const capacities = capacitiesFor(verb.who, context.actor.id, document, context.reference, context.today, named)
  if (capacities.length > 0 && tookEffect(document, context.op)) return { is: 'noop' }
  let refusal: Outcome = refused('verb.not-allowed')
  for (let i = 0; i < capacities.length; i++) {
    const capacity = capacities[i]
    if (capacity === undefined) break
    const outcome = verb.run(document, read.args, context, capacity)
    if (outcome.is !== 'refused') return outcome
    if (i === 0) refusal = outcome
  }
  return refusal
}
