// The one list of verbs: a record over the union of their names, so that a missing entry does not compile.
// Phone and server run a verb only through `runVerb`: subject, arguments, right and repetition are checked here, once.

import { capacitiesFor } from '../permissions.ts'
import type { Document } from '../document.ts'
import type { OpId, RowId } from '../ids.ts'
import { acceptClaim } from './accept-claim.ts'
import { amendClaim } from './amend-claim.ts'
import { answerCorrection } from './answer-correction.ts'
import { beginPause } from './begin-pause.ts'
import { cancelActivity } from './cancel-activity.ts'
import { cancelPause } from './cancel-pause.ts'
import { changeSchool } from './change-school.ts'
import { claimHours } from './claim-hours.ts'
import { correctPerson } from './correct-person.ts'
import { endPause } from './end-pause.ts'
import { endPost } from './end-post.ts'
import { endRole } from './end-role.ts'
import { enrolPerson } from './enrol-person.ts'
import { grantHours } from './grant-hours.ts'
import { grantRole } from './grant-role.ts'
import { joinActivity } from './join-activity.ts'
import { openSchool } from './open-school.ts'
import { recordFor } from './record-for.ts'
import { registerActivity } from './register-activity.ts'
import { requestCorrection } from './request-correction.ts'
import { returnClaim } from './return-claim.ts'
import { reverseEntry } from './reverse-entry.ts'
import { revokeDecision } from './revoke-decision.ts'
import { setSetting } from './set-setting.ts'
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
  'revoke-decision',
  'request-correction',
  'answer-correction',
  'reverse-entry',
  'grant-hours',
  'record-for',
  'enrol-person',
  'correct-person',
  'start-post',
  'end-post',
  'begin-pause',
  'end-pause',
  'cancel-pause',
  'open-school',
  'change-school',
  'grant-role',
  'end-role',
  'register-activity',
  'cancel-activity',
  'join-activity',
  'set-setting',
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
  'revoke-decision': asVerb(revokeDecision),
  'request-correction': asVerb(requestCorrection),
  'answer-correction': asVerb(answerCorrection),
  'reverse-entry': asVerb(reverseEntry),
  'grant-hours': asVerb(grantHours),
  'record-for': asVerb(recordFor),
  'enrol-person': asVerb(enrolPerson),
  'correct-person': asVerb(correctPerson),
  'start-post': asVerb(startPost),
  'end-post': asVerb(endPost),
  'begin-pause': asVerb(beginPause),
  'end-pause': asVerb(endPause),
  'cancel-pause': asVerb(cancelPause),
  'open-school': asVerb(openSchool),
  'change-school': asVerb(changeSchool),
  'grant-role': asVerb(grantRole),
  'end-role': asVerb(endRole),
  'register-activity': asVerb(registerActivity),
  'cancel-activity': asVerb(cancelActivity),
  'join-activity': asVerb(joinActivity),
  'set-setting': asVerb(setSetting),
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
