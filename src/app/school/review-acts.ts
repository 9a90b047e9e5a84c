// What a tap on the review page does, as acts: each binds what was seen on the page, so that what changed meanwhile is not
// decided about by accident. Pure.

import { decidedFields } from '../../domain/entry.ts'
import { formatTenths } from '../../domain/hours.ts'
import { isAbout, openProposals, type ProposedFact } from '../../domain/proposals.ts'
import type { OpId, RowId } from '../../domain/ids.ts'
import type { Submission } from '../../domain/review.ts'
import type { ActInput } from '../../storage/act.ts'
import { shortHash } from '../../wire/canonical.ts'

const subjectOf = (s: Submission): ActInput['subject'] => ({ kind: 'teacher', id: s.person })
const seen = (s: Submission): string => shortHash(decidedFields(s.entry))

/** `hours` as printed; what was claimed where left out. */
export function accepting(s: Submission, hours?: string, note = ''): ActInput {
  const { credits } = s.entry.training
  const args = {
    row: s.entry.id,
    hours: hours ?? formatTenths(s.entry.claimed),
    credits: credits === null ? null : formatTenths(credits),
    note,
  }
  return { verb: 'accept-claim', subject: subjectOf(s), args, seen: seen(s) }
}

export const returning = (s: Submission, reason: string): ActInput => ({
  verb: 'return-claim',
  subject: subjectOf(s),
  args: { row: s.entry.id, reason },
  seen: seen(s),
})

export const reversing = (s: Pick<Submission, 'person' | 'entry'>, reason: string): ActInput => ({
  verb: 'reverse-entry',
  subject: { kind: 'teacher', id: s.person },
  args: { row: s.entry.id, reason },
  seen: shortHash(decidedFields(s.entry)),
})

/** `hours` null keeps them. */
export function answering(s: Submission, hours: string | null, reason: string): ActInput | null {
  const request = s.entry.openRequest?.op
  return request === undefined
    ? null
    : { verb: 'answer-correction', subject: subjectOf(s), args: { row: s.entry.id, request, hours, reason }, seen: seen(s) }
}

/** What a former officer proposed, decided as proposed; null where it is about something else by now. */
export function following(s: Submission, { proposal }: ProposedFact): ActInput | null {
  switch (proposal.act) {
    case 'accept': {
      const args = {
        row: s.entry.id,
        hours: formatTenths(proposal.hours),
        credits: proposal.credits === null ? null : formatTenths(proposal.credits),
        note: proposal.note,
      }
      return { verb: 'accept-claim', subject: subjectOf(s), args, seen: seen(s) }
    }
    case 'return':
      return returning(s, proposal.reason)
    case 'answer':
      return answering(s, proposal.hours === null ? null : formatTenths(proposal.hours), proposal.reason)
  }
}

/** Proposals of former officers that wait for whoever decides now; nobody's own about themselves. */
export interface Proposed {
  readonly submission: Submission
  readonly fact: ProposedFact
}

export const proposalsIn = (submissions: readonly Submission[]): Proposed[] =>
  submissions.flatMap((submission) =>
    openProposals(submission.entry.facts)
      .filter((fact) => isAbout(fact, submission.entry.openRequest?.op ?? null))
      .map((fact) => ({ submission, fact })),
  )

export interface Decided {
  readonly subject: ActInput['subject']
  readonly row: RowId
  readonly op: OpId
}

/** Of the acts handed in, those that were kept, with their ops: what Undo takes back. */
export function decidedOf(inputs: readonly ActInput[], ops: readonly OpId[], skipped: readonly { readonly input: ActInput }[]): Decided[] {
  const left = new Set(skipped.map((one) => one.input))
  return inputs
    .filter((input) => !left.has(input))
    .flatMap((input, i) => {
      const op = ops[i]
      return op === undefined ? [] : [{ subject: input.subject, row: input.args['row'] as RowId, op }]
    })
}

export const takingBack = (decided: readonly Decided[]): ActInput[] =>
  decided.map(({ subject, row, op }) => ({ verb: 'revoke-decision', subject, args: { row, decision: op } }))
