// The one list of verbs: each noun's own record, joined. A verb stands under its name, once (tested).
// Phone and server run a verb only through `runVerb`: subject, arguments, right and repetition are checked here, once.

import { setAsideOf } from '../merge/merge-facts.ts'
import { capacitiesFor, earlierDay } from '../permissions.ts'
import type { Document } from '../document.ts'
import type { OpId, RowId, SchoolId } from '../ids.ts'
import { REGISTRATION_VERBS } from '../registration/verbs.ts'
import { POLICY_VERBS } from '../policy-change/verbs.ts'
import { ROTATION_VERBS } from '../rotation/verbs.ts'
import { HISTORY_VERBS } from '../history/verbs.ts'
import { TIER_VERBS } from '../tiers/verbs.ts'
import { STUDIO_VERBS } from '../studios/verbs.ts'
import { MENTORING_VERBS } from '../mentoring/verbs.ts'
import { PROGRAMME_VERBS } from '../programmes/verbs.ts'
import { APPRAISAL_VERBS } from '../appraisal/verbs.ts'
import { YEAR_REVIEW_VERBS } from '../year-review/verbs.ts'
import { CORE_VERBS } from './core-verbs.ts'
import { readArguments } from './read-arguments.ts'
import { refused, type Outcome, type Verb, type VerbContext } from './verb.ts'

const ALL = {
  ...CORE_VERBS,
  ...REGISTRATION_VERBS,
  ...POLICY_VERBS,
  ...ROTATION_VERBS,
  ...HISTORY_VERBS,
  ...TIER_VERBS,
  ...STUDIO_VERBS,
  ...MENTORING_VERBS,
  ...PROGRAMME_VERBS,
  ...APPRAISAL_VERBS,
  ...YEAR_REVIEW_VERBS,
}

export type VerbName = keyof typeof ALL
export const VERBS: Readonly<Record<VerbName, Verb>> = ALL
export const VERB_NAMES = Object.keys(ALL) as readonly VerbName[]

export const isVerbName = (text: string): text is VerbName => Object.prototype.hasOwnProperty.call(ALL, text)

/** An op whose row or fact is already there took effect before: its answer got lost on the way to this phone. */
function tookEffect(document: Document, op: OpId): boolean {
  if (document.rows.has(op as string as RowId)) return true
  for (const row of document.rows.values()) if (row.facts.some((f) => f.op === op)) return true
  return false
}

/** The right was theirs when they said it, and is no more: verbs that decide keep it as a proposal. The phone's clock is only a claim. */
function asFormer(verb: Verb, document: Document, args: unknown, context: VerbContext, named: SchoolId | null): Outcome {
  if (verb.propose === undefined || (document.subject.kind === 'teacher' && setAsideOf(document) !== null)) return refused('verb.not-allowed')
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
  if (!isVerbName(name)) return refused('verb.unknown')
  const verb = VERBS[name]
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
