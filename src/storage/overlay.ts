// What a person sees: the document as the server last said, with their own unsettled ops laid over it by the same verbs
// the server runs. An op that no longer fits (stale, refused) is simply not laid over; nothing is merged, nothing is edited.

import type { Document } from '../domain/document.ts'
import type { OpId, PersonId } from '../domain/ids.ts'
import type { Day } from '../domain/day.ts'
import type { Reference } from '../domain/reference.ts'
import { runVerb } from '../domain/verbs/register.ts'
import type { Outcome, VerbContext } from '../domain/verbs/verb.ts'
import { shortHash } from '../wire/canonical.ts'
import type { OpContent, OpTransport } from '../wire/op.ts'
import type { OutboxRecord } from './tables.ts'
import type { Subject } from '../domain/document.ts'

export interface Overlay {
  /** From what it was made: the digest, the ops laid over, the reference. Equal version, equal document. */
  readonly version: string
  readonly document: Document
}

/** Ops that are shown from here: not yet answered, or taken but not yet back in the document. */
export const isShownFromHere = (op: OutboxRecord): boolean => op.state === 'pending' || op.state === 'acked'

/** Runs one op as the phone understands it: the day and minute are those its own clock said. */
export function runOp(document: Document, content: OpContent, at: OpTransport['at'], name: string, reference: Reference): Outcome {
  const context: VerbContext = {
    op: content.op as OpId,
    actor: { id: content.actor as PersonId, name },
    subject: content.subject as Subject,
    today: at.clock.slice(0, 10) as Day,
    minute: at.clock.slice(11, 16),
    saidAt: at.clock.slice(0, 16),
    reference,
    base: content.base,
    hash: shortHash,
  }
  return runVerb(content.verb, content.v, document, content.args, context)
}

/** True when the document already holds what the op did. */
export function holdsOp(document: Document, op: string): boolean {
  for (const row of document.rows.values()) if (row.facts.some((fact) => fact.op === op)) return true
  return false
}

/** The document with the ops laid over it, in the order they were made. */
export function layOver(base: Document, ops: readonly OutboxRecord[], name: string, reference: Reference): Document {
  let document = base
  for (const op of ops) {
    if (!isShownFromHere(op) || holdsOp(document, op.op)) continue
    const outcome = runOp(document, op.content, op.transport.at, name, reference)
    if (outcome.is === 'applied' || outcome.is === 'adjusted') document = outcome.document
  }
  return document
}

/** Without ops the reference plays no part, so a new reference leaves most documents as they were parsed. */
export function overlayVersion(digest: string, ops: readonly OutboxRecord[], referenceHash: string): string {
  const shown = ops.filter(isShownFromHere)
  return shown.length === 0 ? digest : [digest, referenceHash, ...shown.map((op) => op.op)].join(' ')
}
