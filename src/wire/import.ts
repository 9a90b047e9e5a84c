// What travels when a table is imported — a roster (教师花名册), hours of past years (历年学时表), the name list of a training (培训名单): dry run, confirmation, undo. Who may: the district's officers and administrators
// for any school, a school's officer for the own school and those below it; anybody else gets 404.
// The file travels with every dry run (another mapping, another answer: send it again) and is never kept; a batch keeps what would be
// done, without any ID number. Confirming names only the batch, so what is written is exactly what was shown.

import { z } from 'zod/mini'

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
const anyId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w.:-]+$/))
const short = z.string().check(z.maxLength(200))

/** 20 MB of file as base64. */
export const MOST_FILE_CHARACTERS = 28 * 1024 * 1024

/** What the importer says about a row the plan asks about. */
export const RowAnswer = z.discriminatedUnion('is', [
  z.strictObject({ row: z.int(), is: z.literal('same'), person: anyId }),
  z.strictObject({ row: z.int(), is: z.literal('new') }),
  z.strictObject({ row: z.int(), is: z.literal('skip') }),
])
export type RowAnswer = z.infer<typeof RowAnswer>

/** POST /api/import/rosters: dry run; writes nothing about people. Answers `RosterAnswer`. */
export const RosterRequest = z.strictObject({
  fileName: z.string().check(z.minLength(1), z.maxLength(200)),
  /** base64 of the file's bytes. */
  file: z.string().check(z.maxLength(MOST_FILE_CHARACTERS)),
  /** The school imported for (its id); null where the file names schools itself (district only). */
  school: z.nullable(anyId),
  sheet: z.optional(short),
  /** Spreadsheet row number of the headings. */
  headingRow: z.optional(z.int()),
  /** Column index → field (see `RosterAnswer.fields`) or 'ignore'. */
  mapping: z.optional(z.record(z.string().check(z.regex(/^\d{1,3}$/)), z.string().check(z.maxLength(40)))),
  /** What kind of table it is, where the importer says; recognised where left out. */
  kind: z.optional(z.enum(['roster', 'openings', 'project', 'appraisal'])),
  /** What the importer said of the whole table (see `ImportBatch.about`). */
  about: z.optional(z.record(z.string().check(z.regex(/^[a-z-]{1,20}$/)), z.string().check(z.maxLength(200)))),
  answers: z.optional(z.array(RowAnswer).check(z.maxLength(20_000))),
  /** The batch of the dry run before this one, which it replaces. */
  replaces: z.optional(uuid),
})
export type RosterRequest = z.infer<typeof RosterRequest>

/** POST /api/import/rosters/:id/confirm answers `ConfirmAnswer`. */
export const ConfirmRequest = z.strictObject({
  /** 只导入无误的行: rows with errors and unanswered questions are left out. Without it, an error anywhere blocks. */
  onlyGood: z.boolean(),
  /** Proposed roles that the importer confirms, by row; the others are not given. */
  roles: z.array(z.strictObject({ row: z.int(), role: z.enum(['principal', 'officer']) })).check(z.maxLength(2000)),
})
export type ConfirmRequest = z.infer<typeof ConfirmRequest>

/** POST /api/import/rosters/:id/undo takes {} (or `rest`: leave standing what cannot be taken back) and answers `UndoAnswer`. GET /api/import/rosters answers `BatchList`, GET /api/import/rosters/:id `ImportBatch`. */
export const UndoRequest = z.strictObject({ rest: z.optional(z.boolean()) })

/** Problem codes of these routes, beside 'not-found', 'request.malformed', 'session.none'. */
export const IMPORT_CODES = [
  /** 409: errors stand (or questions are open) and `onlyGood` was not asked for. */
  'import.has-errors',
  /** 409: nothing in the batch would change anything. */
  'import.nothing-to-do',
  /** 409: people were added since the dry run: make it again. */
  'import.out-of-date',
  /** 409: confirmed or undone already. */
  'import.already-done',
  /** 422: a school officer must choose the own school. */
  'import.choose-school',
] as const
export type ImportCode = (typeof IMPORT_CODES)[number]

export interface ImportFinding {
  readonly row: number
  /** The column's heading; empty for the whole row. */
  readonly column: string
  readonly severity: 'error' | 'warning' | 'notice'
  readonly code: string
  readonly words: string
}

/** Findings of a kind that are not told one by one; all of them stand in the workbook. */
export interface LeftFindings {
  readonly severity: ImportFinding['severity']
  readonly code: string
  readonly n: number
}

export interface ImportColumn {
  readonly index: number
  readonly heading: string
  /** The field it is taken for; null where nobody knows. */
  readonly field: string | null
  /** Whether what it says is used. */
  readonly kept: boolean
  /** Up to three values; long numbers masked. */
  readonly samples: readonly string[]
}

export interface ImportLine {
  readonly row: number
  readonly is: 'add' | 'change' | 'ask' | 'skip'
  readonly name: string
  readonly school: string
  /** Each change in words, for `change`. */
  readonly changes: readonly string[]
  /** 离校, 暂停 and the like in words. */
  readonly notes: readonly string[]
  readonly roles: readonly ('principal' | 'officer')[]
  /** For `ask`: who it may be. */
  readonly candidates: readonly { readonly person: string; readonly name: string; readonly school: string }[]
  /** For `ask`: whether 'new' may be answered. */
  readonly mayBeNew: boolean
}

export interface ImportTotals {
  readonly added: number
  readonly changed: number
  readonly kept: number
  readonly asked: number
  readonly skipped: number
  readonly ended: number
  readonly changedNames: number
  readonly correctedIds: number
  readonly pauses: number
  readonly undatedPauses: number
  readonly newSchools: number
  readonly proposedRoles: number
  /** Known people whom no line touches; absence from a file never ends anybody. */
  readonly untouched: number
  /** Rows with errors: never part of the lines. */
  readonly withErrors: number
}

export interface ImportSchool {
  readonly name: string
  readonly code: string
  readonly rows: number
  /** The import would open it, as this kind of school. */
  readonly opens: boolean
  readonly kind: string | null
}

export type BatchState = 'planned' | 'applying' | 'applied' | 'undone'

/** 教师花名册 · 历年学时表 · 培训名单 · 考核名单 */
export type TableKind = 'roster' | 'openings' | 'project' | 'appraisal'

/** Something about the whole table that no column says: proposed, and put right by the importer. */
export interface ImportAbout {
  readonly field: string
  readonly words: string
  readonly hint: string
  readonly is: 'line' | 'day' | 'hours' | 'level' | 'mode' | 'theme' | 'years' | 'appraisal' | 'period'
  readonly required: boolean
  readonly value: string
  /** Missing or unreadable: nothing can be written before it is put right. */
  readonly wrong: boolean
  /** For a closed list: what may be chosen. */
  readonly options: readonly { readonly value: string; readonly words: string }[]
}

export interface BatchHead {
  readonly id: string
  readonly kind: TableKind
  readonly state: BatchState
  readonly fileName: string
  /** Name of the school imported for; null for a file that names schools. */
  readonly school: string | null
  readonly byName: string
  /** 'YYYY-MM-DD' */
  readonly on: string
  readonly totals: ImportTotals
}

export interface ImportBatch extends BatchHead {
  readonly sheet: string
  readonly headingRow: number
  readonly columns: readonly ImportColumn[]
  /** Of each kind the first hundred. */
  readonly findings: readonly ImportFinding[]
  /** How many more of a kind there are; left out by a server older than this. */
  readonly findingsLeft?: readonly LeftFindings[]
  /** What was left out on purpose (title rows, 合计 …), in words. */
  readonly ignored: readonly { readonly sheet: string; readonly row: number | null; readonly words: string }[]
  readonly schools: readonly ImportSchool[]
  readonly about: readonly ImportAbout[]
  /** Lines that would do something or ask something; at most 2,000 are told. */
  readonly lines: readonly ImportLine[]
  readonly linesLeftOut: number
  /** 'all': no error, no open question · 'only-good': with `onlyGood` · 'nothing': there is nothing to write. */
  readonly mayConfirm: 'all' | 'only-good' | 'nothing'
  /** Set once it was applied. */
  readonly outcome: ConfirmAnswer | null
}

export interface MappableField {
  readonly field: string
  readonly words: string
}

export type RosterAnswer =
  /** The file cannot be read, or is not what it should be: in words. */
  | { readonly is: 'refused'; readonly code: string; readonly words: string }
  /** A table, but no roster that could be recognised: columns (if any) to map by hand. */
  | {
      readonly is: 'not-a-roster'
      readonly kind: TableKind
      readonly code: string
      readonly words: string
      readonly sheet: string
      readonly headingRow: number | null
      readonly columns: readonly ImportColumn[]
      readonly sheets: readonly string[]
      readonly fields: readonly MappableField[]
    }
  | {
      readonly is: 'planned'
      readonly batch: ImportBatch
      readonly sheets: readonly string[]
      readonly fields: readonly MappableField[]
      /** base64 of an .xlsx with the rows that have errors, to mend and hand in again, and with what else was found where that is
       * not all told; null where there is neither. Told this once. */
      readonly workbook: string | null
    }

export interface ConfirmAnswer {
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly openedSchools: number
  readonly roles: number
  /** Rows left out because of errors or open questions. */
  readonly leftOut: number
  /** Rows the records did not take, with the reason in words. */
  readonly refused: readonly { readonly row: number; readonly name: string; readonly words: string }[]
}

export interface UndoAnswer {
  /** People whose rows were taken back. */
  readonly undone: number
  /** Rows that cannot be taken back, each with why; without `rest` nothing was, for their sake. */
  readonly left?: readonly LeftRow[]
  /** People whose rows `rest` would take back. */
  readonly others?: number
}
export interface LeftRow {
  readonly row: number
  readonly name: string
  readonly words: string
}

export interface BatchList {
  readonly batches: readonly BatchHead[]
}
