// A dry run: the file is read, matched against the people known, and what would be done is kept as a batch. Nothing about people is
// written, and of the file nothing is kept. The same function serves the route and the command.

import { randomUUID } from 'node:crypto'
import type { Day } from '../../domain/day.ts'
import { schoolAndAbove } from '../../domain/permissions.ts'
import type { Reference, SchoolInfo } from '../../domain/reference.ts'
import type { RosterRequest, TableKind } from '../../wire/import.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import type { Asker } from '../door/asker.ts'
import type { FileRefusal, Sheet } from '../sheets/sheet.ts'
import { readSheets } from '../sheets/read-sheets.ts'
import { secret } from '../store/districts.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { dropPlanned, peopleCount, saveBatch, type Batch } from './batch-store.ts'
import { errorsWorkbook } from './errors-workbook.ts'
import { FIELDS } from './fields.ts'
import { fieldsIn, type Mapping } from './find-table.ts'
import { idHasher, knownPeople, knownSchools } from './known-people.ts'
import { importerOf, type Importer } from './importer.ts'
import { matchRoster } from './match.ts'
import type { Answer, PlanLine, RosterPlan } from './plan.ts'
import type { EntryKind } from './entries/entry-table.ts'
import { ENTRY_TABLES } from './entries/tables.ts'
import { storedEntries } from './entries/dry-run-entries.ts'
import { readEntries, tableOf } from './entries/read-entries.ts'
import { readRoster, tableKindOf, unknownTable } from './read-roster.ts'
import { finding, type Finding, type NotARoster, type RosterReading } from './reading.ts'

export type ImportDeps = Pick<SyncDeps, 'db' | 'clock' | 'references'>

export interface DryRunWish extends Pick<
  RosterRequest,
  'fileName' | 'school' | 'sheet' | 'headingRow' | 'mapping' | 'answers' | 'replaces' | 'kind' | 'about'
> {
  readonly bytes: Uint8Array
  /** A command leaves proposed roles to be confirmed on the screen. */
  readonly withoutRoles?: boolean
}

export type DryRun =
  | { readonly is: 'nobody' }
  | { readonly is: 'choose-school' }
  | { readonly is: 'unreadable'; readonly code: FileRefusal }
  | { readonly is: 'not-a-roster'; readonly kind: TableKind; readonly what: NotARoster; readonly sheets: readonly string[] }
  | { readonly is: 'planned'; readonly batch: Batch; readonly sheets: readonly string[]; readonly workbook: Uint8Array | null }

export async function dryRun(deps: ImportDeps, who: Pick<Asker, 'district' | 'person'>, wish: DryRunWish): Promise<DryRun> {
  const { day } = momentOf(deps.clock())
  const allowed = await withServer(deps.db, who, async (tx) => {
    const { reference } = await deps.references.read(tx, who.district)
    const importer = await importerOf(tx, who, reference, day)
    const school = wish.school === null ? null : (reference.schools.find((s) => s.id === wish.school) ?? 'unknown')
    return importer === null || school === 'unknown' || (school !== null && !importer.mayFor(school.id))
      ? null
      : { importer, school, below: schoolsBelow(reference, school) }
  })
  if (allowed === null) return { is: 'nobody' }
  const { importer, school, below } = allowed
  if (school === null && !importer.district) return { is: 'choose-school' }
  const read = await readSheets(wish.bytes, wish.fileName)
  if (read.is === 'refused') return { is: 'unreadable', code: read.code }
  const sheets = read.sheets.map((s) => s.name)
  const kind = kindOfFile(read.sheets, wish)
  if (kind !== 'roster') return dryRunEntries(deps, who, wish, { kind, sheets: read.sheets, importer, school, day })
  const mapping = mappingOf(wish.mapping)
  // A school without 标识码 is meant by its id, which no file names.
  const schoolGiven = school === null ? null : school.code === '' ? school.id : school.code
  const reading = readRoster(read.sheets, {
    today: day,
    schoolGiven,
    codesBelow: below.flatMap((s) => (s.code === '' ? [] : [s.code])),
    ...(mapping === null ? {} : { mapping }),
    ...(wish.sheet === undefined ? {} : { sheet: wish.sheet }),
    ...(wish.headingRow === undefined ? {} : { headingRow: wish.headingRow }),
  })
  if (reading.is === 'not-a-roster') return { is: 'not-a-roster', kind, what: reading, sheets }
  const { batch, found } = await withServer(deps.db, who, async (tx) => {
    const { reference } = await deps.references.read(tx, who.district)
    const answers = answersOf(wish)
    const schools = knownSchools(reference.schools).map((s) => (s.id === school?.id ? { ...s, code: schoolGiven ?? s.code } : s))
    const people = await knownPeople(tx, who.district, day)
    const hashId = idHasher(await secret(tx, 'id-number'))
    const matched = matchRoster({
      ...{ reading, people, schools, schoolGiven, hashId, answers },
      below: below.map((s) => s.id),
      askAnywhere: !importer.district,
    })
    const allowedPlan = importer.district ? matched : asAllowed(matched, reading)
    const plan =
      wish.withoutRoles === true ? { ...allowedPlan, lines: allowedPlan.lines.map((l) => nothingLeft({ ...l, roles: [] })) } : allowedPlan
    if (wish.replaces !== undefined) await dropPlanned(tx, who.district, wish.replaces, who.person)
    const batch = {
      ...kept(reading, plan),
      id: randomUUID(),
      madeBy: importer.id,
      byName: importer.name,
      on: day,
      school: school?.id ?? null,
      fileName: wish.fileName,
      peopleKnown: await peopleCount(tx, who.district),
    }
    await saveBatch(tx, who.district, batch)
    return { batch, found: plan.findings }
  })
  return { is: 'planned', batch, sheets, workbook: await errorsWorkbook(read.sheets, reading, found) }
}

/** A 中心校's roster holds its 教学点 as well. */
const schoolsBelow = (reference: Reference, school: SchoolInfo | null): readonly SchoolInfo[] =>
  school === null ? [] : reference.schools.filter((s) => s.id !== school.id && schoolAndAbove(reference, s.id).includes(school.id))

/** What the importer says it is, else a roster where one is there, else whichever of the others the table looks like. */
function kindOfFile(sheets: readonly Sheet[], wish: DryRunWish): TableKind {
  if (wish.kind !== undefined) return wish.kind
  if (namesAppraisal(wish.fileName) && tableOf(ENTRY_TABLES.appraisal, sheets, {}) !== null) return 'appraisal'
  // Names beside hours and nothing else (what a school types itself) say little of people: of past years where a year is named.
  const guessed = tableKindOf(sheets) ?? (namesYears(sheets) ? 'openings' : 'project')
  const names = guessed === 'openings' ? (['openings', 'project'] as const) : (['project', 'openings'] as const)
  return guessed === 'roster' ? 'roster' : (names.find((name) => tableOf(ENTRY_TABLES[name], sheets, {}) !== null) ?? 'roster')
}

/** A list of names says little of itself: what it is of stands in the file's name. */
const namesAppraisal = (fileName: string): boolean => /师德承诺|述评|家访|(年度|专业)考核/.test(fileName)

const namesYears = (sheets: readonly Sheet[]): boolean => {
  const table = tableOf(ENTRY_TABLES.openings, sheets, {})
  return table !== null && fieldsIn(table).some((f) => f === 'year' || f === 'school-year' || f.indexOf('in:') === 0)
}

interface EntriesRun {
  readonly kind: EntryKind
  readonly sheets: readonly Sheet[]
  readonly importer: Importer
  readonly school: SchoolInfo | null
  readonly day: Day
}

async function dryRunEntries(
  deps: ImportDeps,
  who: Pick<Asker, 'district' | 'person'>,
  wish: DryRunWish,
  { kind, sheets, importer, school, day }: EntriesRun,
): Promise<DryRun> {
  const table = ENTRY_TABLES[kind]
  const mapped = wish.mapping === undefined ? null : entryMapping(wish.mapping)
  const where = {
    ...(mapped === null ? {} : { mapping: mapped }),
    ...(wish.sheet === undefined ? {} : { sheet: wish.sheet }),
    ...(wish.headingRow === undefined ? {} : { headingRow: wish.headingRow }),
  }
  const found = tableOf(table, sheets, where)
  const names = sheets.map((s) => s.name)
  if (found === null) return { is: 'not-a-roster', kind, what: unknownTable(table, sheets, where), sheets: names }
  const planned = await withServer(deps.db, who, async (tx) => {
    const { reference } = await deps.references.read(tx, who.district)
    const reading = readEntries(table, found, sheets, {
      today: day,
      policy: reference.policy,
      fileName: wish.fileName,
      organiser: (importer.district ? undefined : school?.name) ?? reference.policy.words['trainingBody'] ?? '',
      ...where,
      ...(wish.about === undefined ? {} : { about: wish.about }),
    })
    if (reading.rows.length === 0)
      return {
        is: 'not-a-roster',
        code: 'roster.nobody',
        sheet: reading.sheet,
        headingRow: reading.headingRow,
        columns: reading.columns,
      } as const
    const stored = await storedEntries(tx, who, { table, reading, reference, importer, school, answers: answersOf(wish), today: day })
    if (wish.replaces !== undefined) await dropPlanned(tx, who.district, wish.replaces, who.person)
    const batch: Batch = {
      id: randomUUID(),
      state: 'planned',
      choices: null,
      outcome: null,
      stored,
      madeBy: importer.id,
      byName: importer.name,
      on: day,
      school: school?.id ?? null,
      fileName: wish.fileName,
      peopleKnown: await peopleCount(tx, who.district),
    }
    await saveBatch(tx, who.district, batch)
    return { is: 'planned', batch, stored } as const
  })
  if (planned.is === 'not-a-roster') return { is: 'not-a-roster', kind, what: planned, sheets: names }
  const { batch, stored } = planned
  return { is: 'planned', batch, sheets: names, workbook: await errorsWorkbook(sheets, stored.reading, stored.plan.findings) }
}

const entryMapping = (given: Readonly<Record<string, string>>): Mapping =>
  Object.fromEntries(Object.entries(given).map(([index, field]) => [Number(index), field]))
const answersOf = (wish: DryRunWish): ReadonlyMap<number, Answer> =>
  new Map((wish.answers ?? []).map((a): [number, Answer] => [a.row, a.is === 'same' ? { is: 'same', personId: a.person } : { is: a.is }]))

function mappingOf(given: RosterRequest['mapping']): Mapping | null {
  if (given === undefined) return null
  const columns = Object.entries(given).filter(([, field]) => field === 'ignore' || (FIELDS as readonly string[]).includes(field))
  return Object.fromEntries(columns.map(([index, field]) => [Number(index), field]))
}

/** A school's officer gives no roles and takes nobody from another school: such a row becomes an error and is left out. */
function asAllowed(plan: RosterPlan, reading: RosterReading): RosterPlan {
  const findings: Finding[] = plan.findings.filter((f) => f.code !== 'match.at-another-school')
  const lines = plan.lines.map((line): PlanLine => {
    const moves = line.is === 'change' && line.changes.some((c) => c.field === 'school' && c.from !== null)
    if (!moves) return { ...line, roles: [] }
    findings.push(
      finding(
        { sheet: reading.sheet, row: line.row, column: '' },
        'match.move-needs-district',
        line.school?.name ?? line.school?.code ?? '',
      ),
    )
    const { row, school, facts, pause } = line
    return { is: 'skip', row, school, facts, pause, roles: [] }
  })
  const moved = lines.filter((l, i) => l.is === 'skip' && plan.lines[i]?.is === 'change').length
  const totals = { ...plan.totals, changed: plan.totals.changed - moved, skipped: plan.totals.skipped + moved, proposedRoles: 0 }
  return { ...plan, lines: lines.map(nothingLeft), findings, totals }
}

/** More than a role that is proposed. */
export const changesSomething = (line: PlanLine): boolean =>
  line.is === 'change' && (line.changes.length > 0 || line.ended !== null || line.pause !== null)

/** A change that only proposed a role has nothing left to do. */
function nothingLeft(line: PlanLine): PlanLine {
  if (line.is !== 'change' || changesSomething(line)) return line
  const { row, school, facts, pause, roles, personId, by } = line
  return { is: 'keep', row, school, facts, pause, roles, personId, by }
}

function kept(reading: RosterReading, plan: RosterPlan): Pick<Batch, 'stored' | 'state' | 'choices' | 'outcome'> {
  const { sheet, headingRow, columns, findings, ignored } = reading
  const wrong = new Set([...reading.findings, ...plan.findings].filter((f) => f.severity === 'error').map((f) => f.row))
  const lines = plan.lines.filter((l) => l.is !== 'keep')
  const changed = lines.filter(changesSomething).length
  const keptNow = plan.lines.filter((l) => l.is === 'keep' || (l.is === 'change' && !changesSomething(l))).length
  return {
    state: 'planned',
    choices: null,
    outcome: null,
    stored: {
      reading: { sheet, headingRow, columns, findings, ignored },
      plan: {
        ...plan,
        lines,
        // A row that only shows its fault against the people known is a row with an error too, not one passed over.
        totals: {
          ...{ ...plan.totals, changed, kept: keptNow },
          skipped: plan.lines.filter((l) => l.is === 'skip' && !wrong.has(l.row)).length,
          withErrors: plan.totals.withErrors + plan.lines.filter((l) => wrong.has(l.row)).length,
        },
      },
      wrongRows: wrong.size,
    },
  }
}
