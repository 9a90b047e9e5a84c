// Runs the ops on one document in memory, in order: each gets exactly one result, and the document as it is after all of them.
// A refusal is a value and touches nothing. Must not read or write anything: everything it knows is an argument.

import type { Day } from '../../domain/day.ts'
import type { Document, Row } from '../../domain/document.ts'
import type { OpId, PersonId, RowId } from '../../domain/ids.ts'
import type { Reference } from '../../domain/reference.ts'
import '../../domain/verbs/all-verbs.ts'
import { runVerb } from '../../domain/verbs/register.ts'
import type { Actor, Outcome } from '../../domain/verbs/verb.ts'
import { canonical } from '../../wire/canonical.ts'
import type { OpContent } from '../../wire/op.ts'
import type { OpResult } from '../../wire/result.ts'
import type { StoredOp } from '../store/ops.ts'
import { sha256 } from '../digest.ts'
import { refusal } from './receive.ts'
import { NOTHING_REMEMBERED, waitsAgain, type Remembered } from './remembered.ts'

/** An op as the deciding needs it; `saidAt` is what its phone's clock said, to the minute. */
export interface Intent {
  readonly content: OpContent
  readonly contentHash: string
  readonly saidAt: string
}

export interface Situation {
  readonly actor: Actor
  readonly reference: Reference
  readonly today: Day
  readonly minute: string
  /** What is stored of these ops and of the ones they come after. */
  readonly stored: ReadonlyMap<string, StoredOp>
  /** Whether the district knows a person that an op's arguments name. */
  readonly knows?: ((person: PersonId) => boolean) | undefined
  /** What the phone remembers of a time before a restore. */
  readonly remembered?: Remembered
  /** Counted beforehand where an op closes a school. */
  readonly postsAfter?: ((day: Day) => number) | undefined
}

export interface Decision<I extends Intent> {
  readonly intent: I
  readonly result: OpResult
  /** `new` results are stored with the effect; `replayed` ones were; the others are only answers: of the erased nothing is kept. */
  readonly was: 'new' | 'replayed' | 'held' | 'conflict' | 'erased'
}

export function decideOps<I extends Intent>(
  before: Document,
  intents: readonly I[],
  situation: Situation,
): { document: Document; decisions: Decision<I>[] } {
  let document = before
  const remembered = situation.remembered ?? NOTHING_REMEMBERED
  const results = new Map<string, { result: OpResult; contentHash: string }>()
  for (const [op, known] of situation.stored) results.set(op, known)
  const decisions: Decision<I>[] = []
  for (const intent of intents) {
    const { op, after } = intent.content
    const known = results.get(op)
    if (known !== undefined) {
      const same = known.contentHash === intent.contentHash
      decisions.push(
        same ? { intent, result: known.result, was: 'replayed' } : { intent, result: refusal('op.same-id-other-content'), was: 'conflict' },
      )
      continue
    }
    const earlier = after === null ? null : (results.get(after)?.result ?? (remembered.gone.has(after) ? null : 'unknown'))
    if (after !== null && earlier === 'unknown') {
      decisions.push({ intent, result: { is: 'held', after }, was: 'held' })
      continue
    }
    const step =
      earlier !== null && earlier !== 'unknown' && failed(earlier)
        ? { document, result: refusal('op.after-refused') }
        : decideOne(document, intent, situation)
    const again = waitsAgain(intent.content, step.result, remembered)
    if (again !== null) {
      decisions.push({ intent, result: again, was: 'held' })
      continue
    }
    document = step.document
    results.set(op, { result: step.result, contentHash: intent.contentHash })
    decisions.push({ intent, result: step.result, was: 'new' })
  }
  return { document, decisions }
}

/** Ops on the dossier of someone who was erased: refused in words, whoever sends them and whatever they are. */
export const refuseErased = <I extends Intent>(intents: readonly I[]): Decision<I>[] =>
  intents.map((intent) => ({ intent, result: refusal('document.erased'), was: 'erased' }))

/** What came before did not take effect, so what was built on it cannot. */
const failed = (result: OpResult): boolean => result.is === 'refused' || result.is === 'stale'

function decideOne(document: Document, intent: Intent, situation: Situation): { document: Document; result: OpResult } {
  const { content } = intent
  const outcome = runVerb(content.verb, content.v, document, content.args, {
    op: content.op as OpId,
    actor: situation.actor,
    subject: document.subject,
    today: situation.today,
    minute: situation.minute,
    saidAt: intent.saidAt,
    reference: situation.reference,
    base: content.base,
    hash: quickHash,
    ...(situation.knows === undefined ? {} : { knows: situation.knows }),
    ...(situation.postsAfter === undefined ? {} : { postsAfter: situation.postsAfter }),
  })
  return { document: 'document' in outcome ? outcome.document : document, result: resultOf(outcome, document, content, situation.actor.id) }
}

/** wire's shortHash, by node itself. */
const quickHash = (value: unknown): string => sha256(canonical(value)).slice(0, 16)

function resultOf(outcome: Outcome, document: Document, content: OpContent, actor: PersonId): OpResult {
  switch (outcome.is) {
    case 'applied':
      return { is: 'applied' }
    case 'adjusted':
      return { is: 'adjusted', as: { ...outcome.as } }
    case 'noop':
      return { is: 'noop', by: otherHand(document, content, actor) }
    case 'stale':
      return { is: 'stale', row: outcome.row }
    case 'refused':
      return refusal(outcome.code, outcome.field)
  }
}

/** Who had done it already, when it was somebody else: the last hand on the row. */
function otherHand(document: Document, content: OpContent, actor: PersonId): string | null {
  const id = content.args['row']
  const facts = typeof id === 'string' ? document.rows.get(id as RowId)?.facts : undefined
  const last = facts?.[facts.length - 1]
  return last === undefined || last.by === actor ? null : last.byName
}

/** Rows that are not the ones they were. Facts are only appended, so an untouched row is the same object. */
export function changedRows(before: Document, after: Document): Row[] {
  const changed: Row[] = []
  for (const row of after.rows.values()) if (before.rows.get(row.id) !== row) changed.push(row)
  return changed
}
