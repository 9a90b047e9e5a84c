// Where 改一改 leads for a refused op: the form for claims, the record's page for what was done to one's own record;
// null for acts of other roles, which are made anew on their own pages.

export interface Mending {
  readonly to: string
  /** Whether it opens a form, which can also be kept as a draft. */
  readonly form: boolean
}

/** Refusals that say the record cannot be changed any more: there the record's page has the way on (申请更正). */
const SETTLED = ['claim.not-amendable', 'claim.already-recognised']

export function wayToMend(op: {
  readonly op: string
  readonly verb: string
  readonly row: string
  readonly code?: string | null
}): Mending | null {
  if (op.verb === 'amend-claim' && op.code != null && SETTLED.includes(op.code)) return { to: `/entry/${op.row}`, form: false }
  switch (op.verb) {
    case 'claim-hours':
    case 'amend-claim':
      return { to: `/claim?answers=${op.op}`, form: true }
    case 'withdraw-claim':
    case 'request-correction':
      return { to: `/entry/${op.row}`, form: false }
    default:
      return null
  }
}
