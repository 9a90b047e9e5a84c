// Two dossiers of one person become one: every hour once, op history intact. An act on two documents at once is no verb: a verb
// sees one. It runs on the server only, where both are locked (server/people/merge.ts); a phone has no way to do it.
// Pure; refuses in codes and then changes nothing.

import type { Day } from '../day.ts'
import type { Capacity, Document, FactBase, Row } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import type { PersonId, RowId } from '../ids.ts'
import { personOf, postOn, postsOf } from '../person.ts'
import { append, signed, type VerbContext } from '../verbs/verb.ts'
import { saysTheSame } from './says-the-same.ts'
import { mergesInto, setAsideOf, type BroughtRow, type MergeFact } from './merge-facts.ts'

/** Closed list. */
export type MergeCode =
  | 'merge.same-dossier'
  | 'merge.no-dossier'
  | 'merge.set-aside-already'
  | 'merge.both-active'
  | 'merge.holds-role'
  | 'merge.not-merged'
  | 'merge.acted'
  | 'merge.own-dossier'

export type Merged =
  | { readonly is: 'merged'; readonly kept: Document; readonly aside: Document; readonly brought: number; readonly leftOut: number }
  | { readonly is: 'refused'; readonly code: MergeCode }

const refuseMerge = (code: MergeCode): { readonly is: 'refused'; readonly code: MergeCode } => ({ is: 'refused', code })

/** Kinds that are each dossier's own. */
const OWN = ['person', 'merge']

/** Working on the day at schools none of which is the other's: nobody can say from here that it is one person. */
function activeApart(a: Dossier, b: Dossier, today: Day): boolean {
  const [at, there] = [a, b].map((d) =>
    postsOf(d)
      .filter((p) => postOn(p, today))
      .map((p) => p.school),
  )
  if (at === undefined || there === undefined || at.length === 0 || there.length === 0) return false
  return !at.some((school) => there.includes(school))
}

/** Merging brings hours and titles over as they stand: nobody does it to their own dossier. */
const isOwn = (kept: Document, aside: Document, { actor }: VerbContext): boolean => [kept, aside].some((d) => d.subject.id === actor.id)

export function mergeDossiers(kept: Document, aside: Document, reason: string, context: VerbContext, capacity: Capacity): Merged {
  if (isOwn(kept, aside, context)) return refuseMerge('merge.own-dossier')
  if (kept.subject.id === aside.subject.id) return refuseMerge('merge.same-dossier')
  const [stays, goes] = [personOf(kept as Dossier), personOf(aside as Dossier)]
  if (stays === null || goes === null) return refuseMerge('merge.no-dossier')
  if (setAsideOf(kept) !== null || setAsideOf(aside) !== null || mergesInto(aside).length > 0) return refuseMerge('merge.set-aside-already')
  if (activeApart(kept as Dossier, aside as Dossier, context.today)) return refuseMerge('merge.both-active')
  if (context.reference.roles.some((r) => r.person === aside.subject.id && (r.to === null || r.to >= context.today)))
    return refuseMerge('merge.holds-role')
  const { brought, leftOut } = broughtFrom(kept, aside)
  const row = context.op as string as RowId
  const came: MergeFact = {
    ...signed('took-over', context, capacity),
    from: aside.subject.id as PersonId,
    names: [goes.name, ...goes.formerNames],
    staffNumber: goes.staffNumber,
    rows: brought.map(({ id, facts }): BroughtRow => ({ id, facts: facts.length })),
    leftOut,
    reason,
  }
  const went: MergeFact = {
    ...signed('set-aside', context, capacity),
    into: kept.subject.id as PersonId,
    name: stays.name,
    staffNumber: stays.staffNumber,
    reason,
  }
  return {
    is: 'merged',
    kept: append(withRows(kept, brought), 'merge', row, came),
    aside: append(aside, 'merge', row, went),
    brought: brought.length,
    leftOut: leftOut.length,
  }
}

function broughtFrom(kept: Document, aside: Document): { brought: Row[]; leftOut: RowId[] } {
  const brought: Row[] = []
  const leftOut: RowId[] = []
  for (const row of [...aside.rows.values()].filter((r) => !OWN.includes(r.kind)).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (saysTheSame(kept, row)) leftOut.push(row.id)
    else brought.push(row)
  }
  return { brought, leftOut }
}

function withRows(doc: Document, more: readonly Row[]): Document {
  const rows = new Map(doc.rows)
  for (const row of more) rows.set(row.id, row)
  return { subject: doc.subject, rows }
}

/** Undone until someone acted on what was brought over; what was added beside it stays where it is. */
export function undoMerge(kept: Document, aside: Document, reason: string, context: VerbContext, capacity: Capacity): Merged {
  if (isOwn(kept, aside, context)) return refuseMerge('merge.own-dossier')
  const merge = mergesInto(kept).find((m) => m.fact.from === aside.subject.id)
  const set = setAsideOf(aside)
  if (merge === undefined || set === null || set.fact.into !== kept.subject.id) return refuseMerge('merge.not-merged')
  if (merge.fact.rows.some((r) => kept.rows.get(r.id)?.facts.length !== r.facts)) return refuseMerge('merge.acted')
  const back: FactBase & { readonly reason: string } = { ...signed('gave-back', context, capacity), reason }
  const up: FactBase & { readonly reason: string } = { ...signed('taken-up', context, capacity), reason }
  return {
    is: 'merged',
    kept: append(kept, 'merge', merge.row, back),
    aside: append(aside, 'merge', set.row, up),
    brought: merge.fact.rows.length,
    leftOut: merge.fact.leftOut.length,
  }
}
