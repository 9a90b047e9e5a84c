// What ClaimPage is asked to be: a new claim, one like an earlier entry, an own entry to amend, or a refused op made anew.
// Answers the form's start, the draft it is kept under, and which verb will carry it; null where there is nothing to open.

import type { Day } from '../../domain/day.ts'
import { isReturned, type Entry } from '../../domain/entry.ts'
import type { RowId } from '../../domain/ids.ts'
import { blankClaim, formOfArgs, formOfEntry, type ClaimForm } from './claim-form.ts'

/** What is answered by 改一改: a refused op, or one kept as a draft. */
export interface RefusedOp {
  readonly op: string
  readonly verb: string
  readonly args: Readonly<Record<string, unknown>>
  /** The words of the refusal, where they are still known. */
  readonly why: string | null
  /** The argument it was refused for. */
  readonly field: string | null
}

export interface ClaimSource {
  readonly start: ClaimForm
  readonly draft: string
  /** The row to amend; null for a new claim. */
  readonly row: RowId | null
  readonly replaces: string | null
  readonly why: string | null
  /** What `why` is about, where it is one of the questions. */
  readonly field: string | null
}

export interface ClaimAsked {
  readonly row: string | null
  readonly like: string | null
  readonly answers: RefusedOp | null
  readonly entries: readonly Entry[]
  readonly today: Day
}

export type FoundSource =
  { readonly is: 'found'; readonly source: ClaimSource } | { readonly is: 'gone' } | { readonly is: 'not-amendable'; readonly row: RowId }

export const canAmend = (entry: Entry): boolean =>
  entry.origin === 'claimed' && (entry.state === 'pending-school' || isReturned(entry.state))

export function claimSource({ row, like, answers, entries, today }: ClaimAsked): FoundSource {
  const found = (source: ClaimSource): FoundSource => ({ is: 'found', source })
  if (answers !== null) {
    const named = answers.verb === 'amend-claim' ? answers.args['row'] : null
    const settled = entries.find((one) => one.id === named)
    if (settled !== undefined && !canAmend(settled)) return { is: 'not-amendable', row: settled.id }
    return found({
      start: formOfArgs(answers.args, today),
      draft: `redo:${answers.op}`,
      row: typeof named === 'string' ? (named as RowId) : null,
      replaces: answers.op,
      why: answers.why,
      field: answers.field,
    })
  }
  if (row !== null) {
    const entry = entries.find((one) => one.id === row)
    if (entry === undefined) return { is: 'gone' }
    if (!canAmend(entry)) return { is: 'not-amendable', row: entry.id }
    return found({ start: formOfEntry(entry), draft: `amend:${row}`, row: entry.id, replaces: null, why: null, field: null })
  }
  const model = like === null ? undefined : entries.find((one) => one.id === like)
  if (model !== undefined)
    return found({
      start: { ...formOfEntry(model), evidence: [], lateReason: '', activity: null, first: today, last: today, severalDays: false },
      draft: `like:${model.id}`,
      row: null,
      replaces: null,
      why: null,
      field: null,
    })
  return found({ start: blankClaim(today), draft: 'claim', row: null, replaces: null, why: null, field: null })
}
