// What such an import would do, line by line, as it is stored and shown: plain data without any ID number.

import type { ImportTotals } from '../../../wire/import.ts'
import type { Finding } from '../reading.ts'
import type { PlanSchool } from '../plan.ts'
import type { About, AboutField, EntryKind } from './entry-table.ts'

export interface EntryLine {
  readonly row: number
  readonly is: 'add' | 'keep' | 'skip' | 'ask'
  readonly name: string
  readonly school: PlanSchool | null
  /** Null while nobody has said who it is. */
  readonly person: string | null
  /** What the table's own kind reads of it; opaque here. Several where a row says several things. */
  readonly sayings: readonly { readonly n: number; readonly said: unknown; readonly words: string }[]
  readonly candidates: readonly { readonly personId: string; readonly name: string; readonly schoolId: string | null }[]
  readonly why: 'same-name' | 'elsewhere' | 'number-of-someone-else' | null
}

export interface EntryPlan {
  readonly lines: readonly EntryLine[]
  readonly schools: readonly never[]
  readonly findings: readonly Finding[]
  readonly totals: ImportTotals
  /** The activity that is there already for this list; null: a new one, or none is needed. */
  readonly activity: string | null
}

export interface StoredEntries {
  readonly kind: EntryKind
  readonly about: About
  readonly asked: readonly (AboutField & { readonly wrong: boolean })[]
}
