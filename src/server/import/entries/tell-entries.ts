// A batch of entries as it is told to the importer: what each line would write, who it may be, and what is asked of the whole table.

import { MODES, type Level } from '../../../domain/dossier.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import type { ImportAbout, ImportLine, MappableField, TableKind } from '../../../wire/import.ts'
import { ABOUT_WORDS, FIELD_NAMES, LEVEL_WORDS, MODE_WORDS } from '../../text/entry-words.ts'
import { entryAskWords } from '../../text/import.ts'
import type { StoredEntryPlan } from '../batch-store.ts'
import type { EntryLine } from './entry-plan.ts'
import { ENTRY_TABLES } from './tables.ts'

export function entryLineTold({ row, is, name, school, sayings, candidates, why }: EntryLine, nameOf: (id: string) => string): ImportLine | null {
  if (is === 'keep') return null
  return {
    row, is, name, school: school?.name ?? school?.code ?? '', roles: [], changes: sayings.map((s) => s.words), notes: why === null ? [] : [entryAskWords[why]],
    candidates: candidates.map((p) => ({ person: p.personId, name: p.name, school: p.schoolId === null ? '' : nameOf(p.schoolId) })), mayBeNew: false,
  }
}

export const aboutTold = ({ about, asked }: StoredEntryPlan, levels: Policy['levels']): ImportAbout[] =>
  asked.map(({ field, is, required, wrong }) => ({
    field, is, required, wrong, value: about[field] ?? '', words: ABOUT_WORDS[field]?.words ?? field, hint: ABOUT_WORDS[field]?.hint ?? '',
    options: is === 'level' ? levels.map((l) => ({ value: l.level as Level, words: l.name === '' ? LEVEL_WORDS[l.level] : l.name })) : is === 'mode' ? MODES.map((m) => ({ value: m, words: MODE_WORDS[m] })) : [],
  }))

export const entryFields = (kind: Exclude<TableKind, 'roster'>): MappableField[] =>
  ENTRY_TABLES[kind].columns.fields.filter((f) => ENTRY_TABLES[kind].columns.isKept(f)).map((field) => ({ field, words: FIELD_NAMES[field] ?? field }))
