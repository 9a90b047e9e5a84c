// The plan of such an import: every row without errors against the people known and what their dossiers hold already. Pure; nothing is
// written here. A person nobody knows is a problem, never a new person; the same list a second time gives only `keep`.

import type { Dossier } from '../../../domain/dossier.ts'
import type { ImportTotals } from '../../../wire/import.ts'
import type { Answer, KnownPerson, KnownSchool, PlanSchool } from '../plan.ts'
import { finding, type Finding, type FindingCode } from '../reading.ts'
import { schoolFinder } from '../schools.ts'
import type { EntryTable, Settling } from './entry-table.ts'
import type { EntryLine, EntryPlan } from './entry-plan.ts'
import { knownFinder, type FoundKnown } from './find-known.ts'
import type { EntryReading, EntryRow } from './read-entries.ts'

export interface EntriesInput {
  readonly table: EntryTable<unknown>
  readonly reading: EntryReading
  readonly people: readonly KnownPerson[]
  readonly schools: readonly KnownSchool[]
  readonly schoolGiven: string | null
  readonly hashId: (idNumber: string) => string
  readonly answers: ReadonlyMap<number, Answer>
  readonly settling: Settling
  /** Whether the importer may write about a person at this school. */
  readonly mayFor: (school: string | null) => boolean
}

/** A row with the person it means; the dossiers are read between this and `settleEntries`. */
export interface Meant {
  readonly row: EntryRow
  readonly school: PlanSchool | null
  readonly found: FoundKnown
  readonly person: KnownPerson | null
  readonly skipped: boolean
}

const MANY_UNKNOWN = 20

/** Of people elsewhere an importer learns nothing, not even that they are there: these tables never add anybody. */
function withinReach(input: EntriesInput, found: FoundKnown): FoundKnown {
  if (found.is !== 'ask') return found
  const candidates = found.candidates.filter((p) => input.mayFor(p.schoolId))
  return candidates.length === 0 ? { is: 'nobody' } : { ...found, candidates }
}

export function meantBy(input: EntriesInput): Meant[] {
  const find = knownFinder(input.people)
  const findSchool = schoolFinder(input.schools)
  return input.reading.rows
    .filter((r) => !r.hasError)
    .map((row) => {
      const { who } = row
      const named = findSchool(who.schoolCode, who.schoolName)
      const school = named ?? findSchool(input.schoolGiven, null)
      const found = withinReach(
        input,
        find({
          name: who.name,
          staffNumber: who.staffNumber,
          phone: who.phone,
          subject: who.subject,
          idHash: who.idNumber === null ? null : input.hashId(who.idNumber),
          school,
        }),
      )
      const answer = input.answers.get(row.row)
      const chosen = answer?.is === 'same' && found.is === 'ask' ? (found.candidates.find((p) => p.id === answer.personId) ?? null) : null
      return { row, school, found, person: found.is === 'person' ? found.person : chosen, skipped: answer?.is === 'skip' }
    })
}

export function settleEntries(input: EntriesInput, meant: readonly Meant[], dossiers: ReadonlyMap<string, Dossier>): EntryPlan {
  const { table, reading, settling } = input
  const findings: Finding[] = []
  const at = (row: number, column = ''): { sheet: string; row: number; column: string } => ({ sheet: reading.sheet, row, column })
  const tellAt =
    (row: number, column: string) =>
    (code: FindingCode, value?: string): void => {
      findings.push(finding(at(row, column), code, value))
    }
  const nameColumn = reading.columns.find((c) => c.field === 'name')?.heading ?? ''

  const alive: { m: Meant; person: KnownPerson; dossier: Dossier }[] = []
  const lines = new Map<number, EntryLine>()
  const unknown = new Set<string>()
  for (const m of meant) {
    const tell = tellAt(m.row.row, nameColumn)
    const line = { row: m.row.row, name: m.row.who.name, school: m.school, person: null, sayings: [], candidates: [], why: null }
    if (m.skipped) lines.set(line.row, { ...line, is: 'skip' })
    else if (m.person === null && m.found.is === 'ask') {
      const candidates = m.found.candidates.map((p) => ({ personId: p.id, name: p.name, schoolId: p.schoolId }))
      lines.set(line.row, { ...line, is: 'ask', why: m.found.why, candidates })
    } else if (m.person === null) {
      unknown.add(`${m.row.who.name} ${m.school?.name ?? ''}`)
      tell('entry.unknown-person', m.row.who.name)
      lines.set(line.row, { ...line, is: 'skip' })
    } else if (!input.mayFor(m.person.schoolId)) {
      tell('entry.not-yours', m.row.who.name)
      lines.set(line.row, { ...line, is: 'skip' })
    } else {
      if (m.found.is === 'person' && m.found.otherName) tell('entry.other-name', m.person.name)
      const dossier = dossiers.get(m.person.id)
      if (dossier !== undefined) alive.push({ m, person: m.person, dossier })
    }
  }
  if (unknown.size > MANY_UNKNOWN) findings.push(finding(at(reading.headingRow), 'entry.many-unknown', String(unknown.size)))

  const joined = joinedSayings(table, alive, tellAt)
  const sayings = joined.flatMap((j) => j.sayings.map((s) => ({ said: s.said, dossier: j.dossier })))
  const { activity } = table.overall(sayings, settling, tellAt(reading.headingRow, ''))
  for (const { m, person, dossier, sayings: said } of joined) {
    const settled = said.map((s, n) => ({
      n,
      s,
      is: table.settle(s.said, dossier, { ...settling, activity }, tellAt(m.row.row, s.column)).is,
    }))
    const adding = settled.filter((x) => x.is === 'add')
    const is = adding.length > 0 ? 'add' : settled.some((x) => x.is === 'keep') ? 'keep' : 'skip'
    const words = (adding.length > 0 ? adding : settled).map(({ n, s }) => ({
      n,
      said: s.said,
      words: table.words(s.said, settling.policy),
    }))
    lines.set(m.row.row, {
      row: m.row.row,
      is,
      name: m.row.who.name,
      school: m.school,
      person: person.id,
      sayings: words,
      candidates: [],
      why: null,
    })
  }
  const ordered = [...lines.values()].sort((a, b) => a.row - b.row)
  return { lines: ordered, schools: [], findings, activity, totals: totalsOf(ordered, reading) }
}

interface Joined {
  readonly m: Meant
  readonly person: KnownPerson
  readonly dossier: Dossier
  readonly sayings: { said: unknown; column: string }[]
}

/** Several lines about the same thing become one, at the first of them; the same line twice is a finding and stands once. */
function joinedSayings(
  table: EntryTable<unknown>,
  alive: readonly { m: Meant; person: KnownPerson; dossier: Dossier }[],
  tellAt: (row: number, column: string) => (code: FindingCode, value?: string) => void,
): Joined[] {
  const first = new Map<string, { row: number; saying: { said: unknown; column: string }; raw: unknown[] }>()
  return alive.map(({ m, person, dossier }) => {
    const sayings: { said: unknown; column: string }[] = []
    for (const one of m.row.sayings) {
      const key = `${person.id} ${table.keyOf(one.said)}`
      const before = first.get(key)
      if (before === undefined) {
        const saying = { said: one.said, column: one.column }
        first.set(key, { row: m.row.row, saying, raw: [one.said] })
        sayings.push(saying)
        continue
      }
      if (before.raw.some((r) => table.joined(r, one.said) === null)) tellAt(m.row.row, one.column)(table.twice, String(before.row))
      else {
        before.saying.said = table.joined(before.saying.said, one.said) ?? before.saying.said
        before.raw.push(one.said)
        tellAt(m.row.row, one.column)('entry.joined', String(before.row))
      }
    }
    return { m, person, dossier, sayings }
  })
}

const count = (lines: readonly EntryLine[], is: EntryLine['is']): number => lines.filter((l) => l.is === is).length

function totalsOf(lines: readonly EntryLine[], reading: EntryReading): ImportTotals {
  return {
    added: lines.reduce((n, l) => n + (l.is === 'add' ? l.sayings.length : 0), 0),
    changed: 0,
    kept: count(lines, 'keep'),
    asked: count(lines, 'ask'),
    skipped: count(lines, 'skip'),
    ended: 0,
    changedNames: 0,
    correctedIds: 0,
    pauses: 0,
    undatedPauses: 0,
    newSchools: 0,
    proposedRoles: 0,
    untouched: 0,
    withErrors: reading.rows.filter((r) => r.hasError).length,
  }
}
