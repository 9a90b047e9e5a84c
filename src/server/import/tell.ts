// A batch as it is told to the importer: words for every finding and change, no hash, no ID number beyond its last four places.

import type { SchoolInfo } from '../../domain/reference.ts'
import type { BatchHead, ImportBatch, ImportColumn, ImportFinding, ImportLine, MappableField, TableKind } from '../../wire/import.ts'
import { FIELD_WORDS, findingSentence, IGNORED_WORDS } from '../text/findings.ts'
import { askWords, changeWords, endingWords, OWN_LINE_WORDS, pauseWords, SCHOOL_KIND_WORDS } from '../text/import.ts'
import { aboutTold, entryFields, entryLineTold, type Choices } from './entries/tell-entries.ts'
import { isEntries, type Batch } from './batch-store.ts'
import { FIELDS, isKept } from './fields.ts'
import { findingsTold } from './findings-told.ts'
import { mayConfirm } from './may-confirm.ts'
import { lastDayMeant } from './ops-of-line.ts'
import type { PlanLine, RosterPlan } from './plan.ts'
import type { Column, Finding } from './reading.ts'
import { kindOfSchool } from './school-kind.ts'

const MOST_LINES = 2000
const NO_CHOICES: Choices = { levels: [], themes: [], appraisals: [] }

const mappableFields: readonly MappableField[] = FIELDS.filter(isKept).map((field) => ({ field, words: FIELD_WORDS[field] }))

export const fieldsOf = (kind: TableKind): readonly MappableField[] => (kind === 'roster' ? mappableFields : entryFields(kind))

export const columnTold = ({ index, heading, field, kept, samples }: Column): ImportColumn => ({ index, heading, field, kept, samples })
export const findingTold = (f: Finding): ImportFinding => ({
  row: f.row,
  column: f.column,
  severity: f.severity,
  code: f.code,
  words: findingSentence(f),
})

export function headTold({ id, state, fileName, byName, on, school, stored }: Batch, schools: readonly SchoolInfo[]): BatchHead {
  return {
    id,
    kind: stored.kind ?? 'roster',
    state,
    fileName,
    byName,
    on,
    school: school === null ? null : (schools.find((s) => s.id === school)?.name ?? ''),
    totals: stored.plan.totals,
  }
}

/** All of them, by row. */
export const everyFinding = ({ stored: { reading, plan } }: Batch): ImportFinding[] =>
  [...reading.findings, ...plan.findings].sort((a, b) => a.row - b.row).map(findingTold)

export function batchTold(batch: Batch, schools: readonly SchoolInfo[], choices: Choices = NO_CHOICES): ImportBatch {
  const { stored } = batch
  const { reading, plan } = stored
  const nameOf = schoolNames(batch, schools)
  const told = isEntries(stored)
    ? stored.plan.lines.map((line) => entryLineTold(line, nameOf))
    : stored.plan.lines.map((line) => lineTold(line, nameOf, batch.madeBy))
  const lines = told.filter((l): l is ImportLine => l !== null)
  return {
    ...headTold(batch, schools),
    sheet: reading.sheet,
    headingRow: reading.headingRow,
    columns: reading.columns.map(columnTold),
    ...findingsTold(everyFinding(batch)),
    ignored: reading.ignored.map(({ sheet, row, what }) => ({ sheet, row, words: IGNORED_WORDS[what] })),
    about: isEntries(stored) ? aboutTold(stored, choices) : [],
    schools: plan.schools.map((s: RosterPlan['schools'][number]) => {
      const name = s.name ?? s.code ?? ''
      return {
        name,
        code: s.code ?? '',
        rows: s.rows,
        opens: s.id === null,
        kind: s.id === null ? SCHOOL_KIND_WORDS[kindOfSchool(name).kind] : null,
      }
    }),
    lines: lines.slice(0, MOST_LINES),
    linesLeftOut: Math.max(0, lines.length - MOST_LINES),
    mayConfirm: mayConfirm(stored),
    outcome: batch.outcome,
  }
}

function schoolNames(batch: Batch, schools: readonly SchoolInfo[]): (idOrCode: string) => string {
  const names = new Map<string, string>(schools.map((s) => [s.id, s.name]))
  for (const s of batch.stored.plan.schools as RosterPlan['schools'])
    if (s.id === null && s.code !== null && s.name !== null) names.set(s.code, s.name)
  return (id) => names.get(id) ?? id
}

function lineTold(line: PlanLine, nameOf: (id: string) => string, importer: string): ImportLine | null {
  if (line.is === 'keep') return null
  const { row, facts, school, roles, pause } = line
  const notes = [
    ...(line.is === 'change' && line.ended !== null ? [endingWords(line.ended, lastDayMeant(line.ended.on))] : []),
    ...(pause === null ? [] : [pauseWords(pause)]),
    ...(line.is === 'ask' ? [askWords[line.why]] : []),
    ...(line.is === 'change' && line.personId === importer ? [OWN_LINE_WORDS] : []),
  ]
  return {
    row,
    is: line.is,
    name: facts.name,
    school: school?.name ?? school?.code ?? '',
    roles,
    notes,
    changes: line.is === 'change' ? line.changes.map((c) => changeWords(c, nameOf)) : [],
    candidates:
      line.is === 'ask'
        ? line.candidates.map((p) => ({ person: p.personId, name: p.name, school: p.schoolId === null ? '' : nameOf(p.schoolId) }))
        : [],
    mayBeNew: line.is === 'ask' && line.why === 'same-name',
  }
}
