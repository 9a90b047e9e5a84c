// Making an op: run the verb on what the person sees, and only where it takes effect number it and give it its id.
// Pure but for ids and clock; the caller holds the transaction and writes what comes out.

import type { Document, Subject } from '../domain/document.ts'
import { subjectKey } from '../domain/document.ts'
import type { HoursRow } from '../domain/dossier.ts'
import { decidedFields, entryOf } from '../domain/entry.ts'
import type { RowId } from '../domain/ids.ts'
import type { Reference } from '../domain/reference.ts'
import { verbNamed, type VerbName } from '../domain/verbs/register.ts'
import { shortHash } from '../wire/canonical.ts'
import type { OpContent, OpTransport } from '../wire/op.ts'
import { wallClock } from './clock.ts'
import { runOp } from './overlay.ts'
import type { Phone } from './phone.ts'
import type { OutboxRecord } from './tables.ts'
import { uuidv7 } from './uuid.ts'

export interface ActInput {
  readonly verb: VerbName
  readonly subject: Subject
  readonly args: Readonly<Record<string, unknown>>
  /** The row it decides about; `args.row` where it is not given. */
  readonly row?: RowId
  /** Hash of the decided fields the person saw on the page; where it is left out, of the row as it stands now. */
  readonly seen?: string
  /** The refused op that this one answers (改一改). */
  readonly replaces?: string
  /** The draft it was written in: gone with the save, in the same transaction, so that nobody finds it again and saves it twice. */
  readonly draft?: string
}

/** What the verb said when it did not take effect. */
export type Declined =
  { readonly is: 'refused'; readonly code: string; readonly field: string | null } | { readonly is: 'stale' } | { readonly is: 'noop' }

/** An op, and the document as it is with it. */
export type Made = { readonly is: 'composed'; readonly record: OutboxRecord; readonly document: Document; readonly draft: string | null }
export type Composed = Made | Declined

export interface Numbering {
  readonly n: number
  readonly after: string | null
  readonly offset: number | null
}

export function compose(phone: Phone, input: ActInput, document: Document, reference: Reference, numbering: Numbering): Composed {
  const row = rowNamed(input)
  const op = uuidv7(phone.clock, phone.random)
  const content: OpContent = {
    op,
    actor: phone.owner.person,
    subject: { kind: input.subject.kind, id: input.subject.id },
    verb: input.verb,
    v: verbNamed(input.verb)?.version ?? 1,
    base: input.seen ?? (row === null ? null : baseOf(document, row)),
    after: numbering.after,
    // Through JSON: no reactive proxies, no holes, exactly what will travel.
    args: JSON.parse(JSON.stringify(input.args)) as Record<string, unknown>,
  }
  const transport: OpTransport = {
    device: phone.owner.device,
    n: numbering.n,
    at: { clock: wallClock(phone.clock), zone: phone.clock.zone(), offset: numbering.offset },
  }
  const outcome = runOp(document, content, transport.at, phone.owner.name, reference)
  switch (outcome.is) {
    case 'refused':
      return { is: 'refused', code: outcome.code, field: outcome.field }
    case 'stale':
      return { is: 'stale' }
    case 'noop':
      return { is: 'noop' }
    case 'applied':
    case 'adjusted':
      break
  }
  const record: OutboxRecord = {
    op,
    n: numbering.n,
    key: subjectKey(input.subject),
    row: row ?? op,
    state: 'pending',
    content,
    transport,
    sig: null,
    replaces: input.replaces ?? null,
    savedAt: phone.clock.now(),
    ackedAt: null,
    ackedAtBackup: 0,
    ...(outcome.is === 'adjusted' ? { foreseen: outcome.as.state } : {}),
  }
  return { is: 'composed', record, document: outcome.document, draft: input.draft ?? null }
}

/** The row an act names; null for acts that make a new one. */
export function rowNamed(input: ActInput): RowId | null {
  const named = input.args['row']
  return input.row ?? (typeof named === 'string' ? (named as RowId) : null)
}

/** The hash of what the person saw of the row, taken after the overlay; null for rows that are not decided about. */
function baseOf(document: Document, id: RowId): string | null {
  const row = document.rows.get(id)
  const entry = row === undefined || row.kind !== 'hours' ? null : entryOf(row as HoursRow)
  return entry === null ? null : shortHash(decidedFields(entry))
}
