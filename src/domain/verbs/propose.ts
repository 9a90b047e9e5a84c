// What is left of a decision whose author has lost the right to it meanwhile: a proposal on the row, for whoever has it now.
// Only about the content they saw and only while it still waits; otherwise it is over, and the successor has seen to it.

import type { Capacity, Document } from '../document.ts'
import type { HoursFact, Proposal } from '../dossier.ts'
import type { RowId } from '../ids.ts'
import { append, refused, signed, type Outcome, type VerbContext } from './verb.ts'

/** As the deciding verbs ask: whether it would have been theirs to decide. */
type Asked =
  | { readonly is: 'decides' }
  | { readonly is: 'noop' }
  | { readonly is: 'stale'; readonly row: RowId }
  | { readonly is: 'refused'; readonly code: string; readonly field: string | null }

const OVER: readonly string[] = ['claim.not-waiting', 'correction.not-open']

export function proposed<C extends string>(
  document: Document,
  row: RowId,
  context: VerbContext,
  capacity: Capacity,
  asked: Asked,
  proposal: Proposal,
): Outcome<C | 'decision.moved-on'> {
  if (asked.is === 'noop') return asked
  if (asked.is === 'stale' || (asked.is === 'refused' && OVER.includes(asked.code))) return refused('decision.moved-on')
  if (asked.is === 'refused') return asked as Outcome<C>
  const fact: HoursFact = { ...signed('proposed', context, capacity), proposal }
  return { is: 'adjusted', document: append(document, 'hours', row, fact), as: { state: 'proposed' } }
}
