// Where 改一改 leads for a refused op: the form for claims, the record's page for what was done to one's own record;
// null for acts of other roles, which are made anew on their own pages.

export interface Mending {
  readonly to: string
  /** Whether it opens a form, which can also be kept as a draft. */
  readonly form: boolean
}

export function wayToMend(op: { readonly op: string; readonly verb: string; readonly row: string }): Mending | null {
  switch (op.verb) {
    case 'claim-hours': case 'amend-claim': return { to: `/claim?answers=${op.op}`, form: true }
    case 'withdraw-claim': case 'request-correction': return { to: `/entry/${op.row}`, form: false }
    default: return null
  }
}
