// The dry run of a table of entries: its rows meet the people known and their dossiers, and what would be done is kept as a batch.

import type { Dossier } from '../../../domain/dossier.ts'
import type { Day } from '../../../domain/day.ts'
import type { Reference } from '../../../domain/reference.ts'
import type { Asker } from '../../door/asker.ts'
import { readDossiers } from '../../reference/dossiers.ts'
import type { Tx } from '../../store/database.ts'
import { secret } from '../../store/districts.ts'
import type { StoredEntryPlan } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { idHasher, knownPeople, knownSchools } from '../known-people.ts'
import type { Answer } from '../plan.ts'
import { finding, type FindingCode } from '../reading.ts'
import type { EntryKind, EntryTable } from './entry-table.ts'
import { meantBy, settleEntries, type EntriesInput } from './plan-entries.ts'
import type { EntryReading } from './read-entries.ts'

/** What an administrator, who decides nothing about people, is told of tables that are for officers; null: for either. */
const DESKS: Readonly<Record<EntryKind, FindingCode | null>> = {
  openings: null,
  project: 'project.needs-officer',
  appraisal: 'appraisal.needs-officer',
}

export interface EntryRun {
  readonly table: EntryTable<unknown>
  readonly reading: EntryReading
  readonly reference: Reference
  readonly importer: Importer
  readonly school: { readonly id: string; readonly code: string } | null
  readonly answers: ReadonlyMap<number, Answer>
  readonly today: Day
}

export async function storedEntries(tx: Tx, who: Pick<Asker, 'district'>, run: EntryRun): Promise<StoredEntryPlan> {
  const { table, reading, reference, importer, school, today } = run
  const given = school === null ? null : school.code === '' ? school.id : school.code
  const input: EntriesInput = {
    table,
    reading,
    answers: run.answers,
    schoolGiven: given,
    hashId: idHasher(await secret(tx, 'id-number')),
    people: await knownPeople(tx, who.district, today),
    schools: knownSchools(reference.schools).map((s) => (s.id === school?.id ? { ...s, code: given ?? s.code } : s)),
    settling: { about: reading.about, policy: reference.policy, today, me: importer.id },
    mayFor: (at) => importer.district || (at !== null && importer.mayFor(at)),
  }
  const meant = meantBy(input)
  const ids = [...new Set(meant.flatMap((m) => m.person?.id ?? []))]
  const dossiers = new Map<string, Dossier>((await readDossiers(tx, who.district, ids)).map((d) => [d.subject.id, d]))
  const settled = settleEntries(input, meant, dossiers)
  const desk = DESKS[table.kind]
  const may = desk === null || importer.recognises
  const plan = may
    ? settled
    : {
        ...settled,
        lines: settled.lines.map((l) => (l.is === 'add' ? { ...l, is: 'skip' as const } : l)),
        findings: [finding({ sheet: reading.sheet, row: reading.headingRow, column: '' }, desk), ...settled.findings],
      }
  const { sheet, headingRow, columns, findings, ignored, about, asked } = reading
  const wrong = new Set([...findings, ...plan.findings].filter((f) => f.severity === 'error' && f.row > headingRow).map((f) => f.row))
  const lines = plan.lines.filter((l) => l.is !== 'keep')
  const totals = { ...plan.totals, withErrors: wrong.size, skipped: lines.filter((l) => l.is === 'skip' && !wrong.has(l.row)).length }
  return {
    kind: table.kind,
    reading: { sheet, headingRow, columns, findings, ignored },
    plan: { ...plan, lines, totals },
    wrongRows: wrong.size,
    about,
    asked,
  }
}
