// A batch of entries as it is told to the importer: what each line would write, who it may be, and what is asked of the whole table.

import { appraisalItemsOf } from '../../../domain/appraisal/appraisal.ts'
import type { AppraisalItem } from '../../../domain/appraisal/appraisal-item.ts'
import type { Day } from '../../../domain/day.ts'
import { MODES, type Level } from '../../../domain/dossier.ts'
import type { Policy } from '../../../domain/policy/policy.ts'
import { themeNames } from '../../../domain/policy/theme-names.ts'
import type { ImportAbout, ImportLine, MappableField, TableKind } from '../../../wire/import.ts'
import { ABOUT_WORDS, FIELD_NAMES, LEVEL_WORDS, MODE_WORDS } from '../../text/entry-words.ts'
import { entryAskWords } from '../../text/import.ts'
import type { StoredEntryPlan } from '../batch-store.ts'
import type { EntryLine } from './entry-plan.ts'
import type { AboutField } from './entry-table.ts'
import { ENTRY_TABLES } from './tables.ts'

export function entryLineTold(
  { row, is, name, school, sayings, candidates, why }: EntryLine,
  nameOf: (id: string) => string,
): ImportLine | null {
  if (is === 'keep') return null
  return {
    row,
    is,
    name,
    school: school?.name ?? school?.code ?? '',
    roles: [],
    changes: sayings.map((s) => s.words),
    notes: why === null ? [] : [entryAskWords[why]],
    candidates: candidates.map((p) => ({ person: p.personId, name: p.name, school: p.schoolId === null ? '' : nameOf(p.schoolId) })),
    mayBeNew: false,
  }
}

/** The closed lists that what is asked of a whole table may be chosen from. */
export interface Choices {
  readonly levels: Policy['levels']
  readonly themes: readonly string[]
  readonly appraisals: readonly AppraisalItem[]
}
export const choicesOf = (policy: Policy, today: Day): Choices => ({
  levels: policy.levels,
  themes: themeNames(policy, today),
  appraisals: appraisalItemsOf(policy),
})

function optionsOf(is: AboutField['is'], { levels, themes, appraisals }: Choices): ImportAbout['options'] {
  switch (is) {
    case 'level':
      return levels.map((l) => ({ value: l.level as Level, words: l.name === '' ? LEVEL_WORDS[l.level] : l.name }))
    case 'mode':
      return MODES.map((m) => ({ value: m, words: MODE_WORDS[m] }))
    case 'theme':
      return themes.map((t) => ({ value: t, words: t }))
    case 'appraisal':
      return appraisals.map((a) => ({ value: a.id, words: a.name }))
    case 'line':
    case 'day':
    case 'hours':
    case 'years':
    case 'period':
      return []
  }
}

export const aboutTold = ({ about, asked }: StoredEntryPlan, choices: Choices): ImportAbout[] =>
  asked.map(({ field, is, required, wrong }) => ({
    field,
    is,
    required,
    wrong,
    value: about[field] ?? '',
    words: ABOUT_WORDS[field]?.words ?? field,
    hint: ABOUT_WORDS[field]?.hint ?? '',
    options: optionsOf(is, choices),
  }))

export const entryFields = (kind: Exclude<TableKind, 'roster'>): MappableField[] =>
  ENTRY_TABLES[kind].columns.fields
    .filter((f) => ENTRY_TABLES[kind].columns.isKept(f))
    .map((field) => ({ field, words: FIELD_NAMES[field] ?? field }))
