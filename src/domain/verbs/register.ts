// The one list of verbs: a record over the union of their names, so that a missing entry does not compile.
// Phone and server run a verb only through `runVerb`: subject, right and arguments are checked here, once.

import { capacityFor } from '../permissions.ts'
import type { Document } from '../document.ts'
import { acceptClaim } from './accept-claim.ts'
import { claimHours } from './claim-hours.ts'
import type { Outcome, Verb, VerbContext } from './verb.ts'

export const VERB_NAMES = ['claim-hours', 'accept-claim'] as const
export type VerbName = (typeof VERB_NAMES)[number]

// Arguments are unknown until the verb's own schema has read them; the cast forgets only that.
const asVerb = <A, C extends string>(verb: Verb<A, C>): Verb => verb as unknown as Verb

export const VERBS: Readonly<Record<VerbName, Verb>> = {
  'claim-hours': asVerb(claimHours),
  'accept-claim': asVerb(acceptClaim),
}

export const isVerbName = (text: string): text is VerbName => (VERB_NAMES as readonly string[]).includes(text)

/** Runs a verb on a document: the only way to change one. `version` is the one the arguments were written for. */
export function runVerb(name: string, version: number, document: Document, rawArgs: unknown, context: VerbContext): Outcome {
  if (!isVerbName(name)) return { is: 'refused', code: 'verb.unknown', field: null }
  const verb = VERBS[name]
  if (version > verb.version || version < 1) return { is: 'refused', code: 'verb.unknown', field: null }
  if (!verb.subject.includes(document.subject.kind)) return { is: 'refused', code: 'verb.wrong-subject', field: null }
  const capacity = capacityFor(verb.who, context.actor.id, document, context.reference, context.today)
  if (capacity === null) return { is: 'refused', code: 'verb.not-allowed', field: null }
  const read = verb.args.safeParse(rawArgs)
  if (!read.success) return { is: 'refused', code: 'verb.bad-arguments', field: String(read.error.issues[0]?.path[0] ?? '') || null }
  return verb.run(document, read.data, context, capacity)
}
