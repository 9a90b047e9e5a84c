// A table whose rows are entries of people who are known already: hours of past years, the name list of a training. One shape for
// every such kind, so that another is data and a few functions: its columns by meaning, what the importer says of the whole table,
// what a row says, whether that is there already, and the ops that write it. Finding people, findings, confirming, undoing are shared.

import type { Day } from '../../../domain/day.ts'
import type { Dossier } from '../../../domain/dossier.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import type { OpContent } from '../../../wire/op.ts'
import type { ColumnSet } from '../fields.ts'
import type { Table } from '../find-table.ts'
import type { FindingCode } from '../reading.ts'
import type { RowReader } from '../row-reader.ts'

export type EntryKind = 'openings' | 'project' | 'appraisal'

/** What the importer says of the whole table where no column does: proposed from title and file name, put right on the screen. */
export interface AboutField {
  readonly field: string
  readonly is: 'line' | 'day' | 'hours' | 'level' | 'mode' | 'theme' | 'years' | 'appraisal' | 'period'
  readonly required: boolean
}
export type About = Readonly<Record<string, string>>

export interface Around {
  readonly table: Table
  /** Title rows above the headings, and the file's name without its ending. */
  readonly titles: readonly string[]
  readonly fileName: string
  /** Who holds what this importer brings: a school its own, else the district's training body. */
  readonly organiser: string
  readonly policy: Policy
  readonly today: Day
}

/** One thing a row says, as it is kept in the plan; a wide table says several in one row. */
export interface Saying<Said> {
  readonly said: Said
  readonly column: string
}

export interface Settling {
  readonly about: About
  readonly policy: Policy
  readonly today: Day
  /** The importer, who may not write their own. */
  readonly me: string
}

/** What becomes of one saying against what the dossier holds already. */
export type Settled = { readonly is: 'add' } | { readonly is: 'keep' } | { readonly is: 'skip' }

export type TellFinding = (code: FindingCode, value?: string) => void

export interface Writing {
  readonly batch: string
  readonly about: About
  readonly policy: Policy
  /** A row of the district's or a school's file that all lines belong to; null where there is none. */
  readonly activity: string | null
}

export interface EntryTable<Said> {
  readonly kind: EntryKind
  readonly columns: ColumnSet
  looksLike(fields: readonly string[]): boolean
  /** Which fields have to be said, seeing which columns there are. */
  about(fields: readonly string[]): readonly AboutField[]
  guess(around: Around): About
  /** Whether an answer about the whole table can be read. */
  reads(field: AboutField, value: string, policy: Policy, about: About): boolean
  read(reader: RowReader<string>, fields: readonly string[], about: About, policy: Policy): readonly Saying<Said>[]
  /** Two sayings of one person that are the same thing twice; null: always different. */
  keyOf(said: Said): string
  /** Sayings of one person and key, made one; null where they are the same line twice. */
  joined(one: Said, other: Said): Said | null
  /** What is found where one line of a person is another's twin. */
  readonly twice: FindingCode
  /** Looks at all lines with everybody's dossiers first: which activity they belong to, whether the list is here under another name. */
  overall(
    lines: readonly { readonly said: Said; readonly dossier: Dossier }[],
    settling: Settling,
    tell: TellFinding,
  ): { readonly activity: string | null }
  settle(said: Said, dossier: Dossier, settling: Settling & { readonly activity: string | null }, tell: TellFinding): Settled
  /** In words, for the line on the screen. */
  words(said: Said, policy: Policy): string
  /** The op in the file that comes first; null where there is none. */
  fileOp(writing: Writing): Pick<OpContent, 'verb' | 'args'> | null
  op(said: Said, writing: Writing): Pick<OpContent, 'verb' | 'args'>
}
