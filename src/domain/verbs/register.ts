// The verbs at hand, by name: those of the main job, and those of other nouns once they are brought (noun-verbs.ts).
// Phone and server run a verb only through `runVerb`: subject, arguments, right and repetition are checked here, once.

import { setAsideOf } from '../merge/merge-facts.ts'
import { capacitiesFor, earlierDay } from '../permissions.ts'
import type { Document } from '../document.ts'
import type { OpId, RowId, SchoolId } from '../ids.ts'
import { CORE_VERBS } from './core-verbs.ts'
import type { NOUN_VERBS } from './noun-verbs.ts'
import { readArguments } from './read-arguments.ts'
import { refused, type Outcome, type Verb, type VerbContext } from './verb.ts'

export type VerbName = keyof typeof CORE_VERBS | keyof typeof NOUN_VERBS

const known: Record<string, Verb> = { ...CORE_VERBS }

/** Makes a noun's verbs known. Once brought they stay; bringing them again changes nothing. */
export const bringVerbs = (verbs: Readonly<Record<string, Verb>>): void => void Object.assign(known, verbs)

/** The verb of a name; null where there is none, or it was not brought yet. */
export const verbNamed = (name: string): Verb | null => (Object.prototype.hasOwnProperty.call(known, name) ? (known[name] ?? null) : null)

/** An op whose row or fact is already there took effect before: its answer got lost on the way to this phone. */
function tookEffect(document: Document, op: OpId): boolean {
  if (document.rows.has(op as string as RowId)) return true
  for (const row of document.rows.values()) if (row.facts.some((f) => f.op === op)) return true
  return false
}

/** The right was theirs when they said it, and is no more: verbs that decide keep it as a proposal. The phone's clock is only a claim. */
function asFormer(verb: Verb, document: Document, args: unknown, context: VerbContext, named: SchoolId | null): Outcome {
  if (verb.propose === undefined || (document.subject.kind === 'teacher' && setAsideOf(document) !== null))
    return refused('verb.not-allowed')
  const said = earlierDay(context.saidAt, context.today)
  const capacity = said === null ? undefined : capacitiesFor(verb.who, context.actor.id, document, context.reference, said, named)[0]
  if (capacity === undefined) return refused('verb.not-allowed')
  return tookEffect(document, context.op) ? { is: 'noop' } : verb.propose(document, args, context, capacity)
}

/**
 * Runs a verb on a document: the only way to change one. `version` is the one the arguments were written for.
 * Someone with several roles acts in the first one, in the order of the verb's `who`, that the verb does not refuse.
 */
export function runVerb(name: string, version: number, document: Document, rawArgs: unknown, context: VerbContext): Outcome {
  const verb = verbNamed(name)
  if (verb === null) return refused('verb.unknown')
  if (!verb.subject.includes(document.subject.kind)) return refused('verb.wrong-subject')
  const read = readArguments(verb, version, rawArgs)
  if (read.is === 'refused') return read
  const named = verb.scopeFrom?.(read.args, document) ?? null
  const capacities = capacitiesFor(verb.who, context.actor.id, document, context.reference, context.today, named)
  if (capacities.length === 0) return asFormer(verb, document, read.args, context, named)
  if (tookEffect(document, context.op)) return { is: 'noop' }
  if (document.subject.kind === 'teacher' && setAsideOf(document) !== null) return refused('document.merged')
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
