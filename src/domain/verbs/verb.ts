// What every verb is made of. A verb is written once and runs on phone and server alike: the phone to show the effect,
// the server to decide. It is pure: it sees the document and the context, and answers with one outcome.
// It never throws on input: every way to say no is a code in its closed list.

import type { z } from 'zod/mini'
import type { Capacity, Document, FactBase, Row, Signature, Subject, SubjectKind } from '../document.ts'
import type { Day } from '../day.ts'
import type { OpId, PersonId, RowId, SchoolId } from '../ids.ts'
import type { Reference } from '../reference.ts'
import type { Right } from '../permissions.ts'

export interface Actor {
  readonly id: PersonId
  readonly name: string
}

/** What a verb may know beside its arguments. `today` and `minute` are the server's; on a phone, the phone's. */
export interface VerbContext {
  readonly op: OpId
  readonly actor: Actor
  readonly subject: Subject
  readonly today: Day
  readonly minute: string
  readonly saidAt: string
  readonly reference: Reference
  /** Content hash of the row the person saw, for verbs that decide about one; opaque here. */
  readonly base: string | null
  /** The same hash of decided fields (entry.ts), so that both sides compare alike. */
  readonly hash: (decided: unknown) => string
  /** Whether the district knows a person the arguments name (`names`); only the server can tell. */
  readonly knows?: (person: PersonId) => boolean
  /** How many posts at this school reach beyond a day, where the server has counted them (close-school); a phone cannot know. */
  readonly postsAfter?: (day: Day) => number
}

export type Outcome<Code extends string = string> =
  | { readonly is: 'applied'; readonly document: Document }
  /** Took effect with the server's value; `as` says which (for words). */
  | { readonly is: 'adjusted'; readonly document: Document; readonly as: { readonly state: AdjustedTo } }
  | { readonly is: 'noop' }
  | { readonly is: 'stale'; readonly row: RowId }
  | { readonly is: 'refused'; readonly code: Code | CommonCode; readonly field: string | null }

/** What an act became instead: a claim for another desk, or a proposal to the successor. */
export type AdjustedTo = 'pending-school' | 'proposed'

/** Refusals any verb can give. `not-allowed` never tells whether the row exists. */
export type CommonCode = 'verb.not-allowed' | 'verb.bad-arguments' | 'verb.unknown' | 'verb.wrong-subject' | 'document.merged'

export interface Verb<Args = unknown, Code extends string = string> {
  readonly name: string
  /** Version of the arguments. Older ones are lifted before the schema reads them: `lift[1]` makes version 2 out of version 1. */
  readonly version: number
  readonly lift?: Readonly<Record<number, (args: Readonly<Record<string, unknown>>) => unknown>>
  readonly subject: readonly SubjectKind[]
  /** Who may, as data (permissions.ts): any of these suffices. */
  readonly who: readonly Right[]
  readonly args: z.ZodMiniType<Args>
  readonly codes: readonly Code[]
  /** A school named by the arguments whose roles suffice, for documents that do not say one yet (a dossier being opened). */
  scopeFrom?(args: Args, document: Document): SchoolId | null
  /** People the arguments name, whom the server looks up beforehand. */
  names?(args: Args): readonly PersonId[]
  /** What becomes of it where the actor held the right on the day they said it and holds it no more: never the effect itself. */
  propose?(document: Document, args: Args, context: VerbContext, capacity: Capacity): Outcome<Code>
  /** `capacity` is the one in which the actor is allowed; `document` the overlay as it stands. */
  run(document: Document, args: Args, context: VerbContext, capacity: Capacity): Outcome<Code>
}

/** Keeps the types of a verb's arguments and codes while registering it as one of many. */
export const defineVerb = <Args, const Code extends string>(verb: Verb<Args, Code>): Verb<Args, Code> => verb

/** A verb as one of many: arguments are unknown until its own schema has read them; the cast forgets only that. */
export const asVerb = <A, C extends string>(verb: Verb<A, C>): Verb => verb as unknown as Verb

/** The signature every fact of this op carries. */
export function signed<W extends string>(what: W, context: VerbContext, capacity: Capacity): Signature & { readonly what: W } {
  return {
    what,
    op: context.op,
    by: context.actor.id,
    byName: context.actor.name,
    byRole: capacity,
    recordedOn: context.today,
    recordedAt: context.minute,
    saidAt: context.saidAt,
  }
}

export const applied = (document: Document): { readonly is: 'applied'; readonly document: Document } => ({ is: 'applied', document })
export const refused = <C extends string>(
  code: C,
  field: string | null = null,
): { readonly is: 'refused'; readonly code: C; readonly field: string | null } => ({ is: 'refused', code, field })

/** The row with one fact more, whatever its kind; the caller has checked that the kind fits. */
export function append(document: Document, kind: string, id: RowId, fact: FactBase): Document {
  const before = document.rows.get(id)
  const rows = new Map(document.rows)
  const row: Row = { id, kind, facts: [...(before?.facts ?? []), fact] }
  rows.set(id, row)
  return { subject: document.subject, rows }
}
