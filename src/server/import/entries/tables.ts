// The kinds of tables whose rows are entries of known people, each under its name.

import { appraisalTable } from './appraisal-table.ts'
import type { EntryKind, EntryTable } from './entry-table.ts'
import { openingsTable } from './openings-table.ts'
import { projectTable } from './project-table.ts'

/** A kind as one of many: what it reads is opaque outside it; the cast forgets only that. */
const asTable = <S>(table: EntryTable<S>): EntryTable<unknown> => table as unknown as EntryTable<unknown>

export const ENTRY_TABLES: Readonly<Record<EntryKind, EntryTable<unknown>>> = {
  openings: asTable(openingsTable),
  project: asTable(projectTable),
  appraisal: asTable(appraisalTable),
}
