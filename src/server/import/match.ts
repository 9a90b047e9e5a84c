// The plan of an import: every row without errors against the people known. Pure; nothing is written here.
// Absence from the file ends nobody; the same file a second time gives only `keep`; a person is matched by one row at most.

import type { ImportTotals } from '../../wire/import.ts'
import type { KnownPerson, KnownSchool, Answer, PersonFacts, PlanLine, PlannedPause, PlanSchool, RosterPlan } from './plan.ts'
import { changesOf, usesFormerName } from './compare.ts'
import { personFinder, type Found } from './find-person.ts'
import { idLast4 } from './id-number.ts'
import { finding, type Finding, type FindingCode, type RosterReading, type RosterRow } from './reading.ts'
import { schoolFinder } from './schools.ts'

export interface MatchInput {
  readonly reading: RosterReading
  readonly people: readonly KnownPerson[]
  readonly schools: readonly KnownSchool[]
  /** 标识码 of the school imported for, for rows that name none. */
  readonly schoolGiven: string | null
  /** Ids of the schools below the one chosen (a 中心校's 教学点): its roster may name them, or leave out which of them it means. */
  readonly below?: readonly string[]
  readonly hashId: (idNumber: string) => string
  readonly answers?: ReadonlyMap<number, Answer>
  /** A school adds people of its own: a namesake elsewhere in the district may be the same person, arriving. */
  readonly askAnywhere?: boolean
}

function factsOf(row: RosterRow, hashId: MatchInput['hashId']): PersonFacts {
  const { name, formerNames, staffNumber, sex, phone, subject, stage, employment, category, workedSince, joined, campus } = row
  const id = row.idNumber
  return {
    name,
    formerNames,
    staffNumber,
    sex,
    phone,
    subject,
    stage,
    employment,
    category,
    workedSince,
    joined,
    campus,
    idHash: id === null ? null : hashId(id),
    idLast4: id === null ? null : idLast4(id),
  }
}

function pauseOf(row: RosterRow): PlannedPause | null {
  if (row.status?.is !== 'paused') return null
  const { kind, from, until, words } = row.status
  return { kind, from, until, words }
}

interface Given {
  readonly row: RosterRow
  readonly facts: PersonFacts
  readonly school: PlanSchool | null
  /** The school somebody of a 教学点 stays at where the row names none. */
  readonly stays: (person: KnownPerson) => PlanSchool | null
}
type Find = (code: FindingCode, value?: string) => void

const base = ({ row, facts, school }: Given): Omit<Extract<PlanLine, { is: 'add' }>, 'is'> => ({
  row: row.row,
  school,
  facts,
  roles: row.roles,
  pause: pauseOf(row),
})

function lineFor(given: Given, person: KnownPerson, by: Extract<PlanLine, { is: 'keep' }>['by'], find: Find): PlanLine {
  const { row, facts } = given
  const school = given.stays(person) ?? given.school
  const changes = changesOf(person, facts, school)
  if (usesFormerName(person, facts)) find('match.former-name', person.name)
  if (changes.some((c) => c.field === 'school') && person.schoolId !== null)
    find('match.at-another-school', school?.name ?? school?.code ?? '')
  const ended = row.leaving !== null && person.ended === null ? row.leaving : null
  const pause = row.status?.is === 'paused' && row.status.kind !== person.openPause ? pauseOf(row) : null
  if (row.status?.is === 'active' && (person.openPause !== null || person.ended !== null))
    find('match.back-without-day', person.ended ?? '')
  const roles = row.roles.filter((r) => !person.roles.includes(r))
  const line = { ...base({ ...given, school }), roles, pause, personId: person.id, by }
  return changes.length === 0 && ended === null && pause === null && roles.length === 0
    ? { ...line, is: 'keep' }
    : { ...line, is: 'change', changes, ended }
}

function decide(given: Given, found: Found, answer: Answer | undefined, find: Find): PlanLine {
  if (answer?.is === 'skip') return { ...base(given), is: 'skip' }
  if (found.is === 'person') return lineFor(given, found.person, found.by, find)
  const chosen = answer?.is === 'same' && found.is === 'ask' ? found.candidates.find((p) => p.id === answer.personId) : undefined
  if (chosen !== undefined) return lineFor(given, chosen, 'answer', find)
  if (found.is === 'two' || (found.is === 'ask' && (answer?.is !== 'new' || found.why === 'number-of-someone-else'))) {
    if (found.is === 'two') find('match.points-to-two')
    const candidates = found.candidates.map((p) => ({ personId: p.id, name: p.name, schoolId: p.schoolId }))
    return { ...base(given), is: 'ask', why: found.is === 'two' ? 'number-of-someone-else' : found.why, candidates }
  }
  if (given.row.leaving !== null) {
    find('match.left-and-unknown', given.row.leaving.words)
    return { ...base(given), is: 'skip' }
  }
  return { ...base(given), is: 'add' }
}

/** Where one school was chosen, rows of another that is not below it are refused, whether they name it by code or by name. */
function schoolOf(
  row: RosterRow,
  { schoolGiven: given, below = [] }: MatchInput,
  findSchool: ReturnType<typeof schoolFinder>,
  find: Find,
): PlanSchool | null | 'another' {
  const chosen = findSchool(given, null)
  const named = findSchool(row.schoolCode, row.schoolName)
  if (given === null || named === null) return named ?? chosen
  if (named.code === given) return chosen
  if (named.id !== null && below.includes(named.id)) return named
  if (named.id === null && named.code === null) {
    find('school.name-differs', named.name ?? '')
    return chosen
  }
  find('school.other-than-given', named.name ?? named.code ?? '')
  return 'another'
}

const count = <T>(items: readonly T[], test: (item: T) => boolean): number => items.reduce((n, item) => (test(item) ? n + 1 : n), 0)

function totalsOf(
  lines: readonly PlanLine[],
  schools: RosterPlan['schools'],
  people: readonly KnownPerson[],
  withErrors: number,
): ImportTotals {
  const changes = lines.flatMap((l) => (l.is === 'change' ? l.changes : []))
  const alive = lines.filter((l) => l.is === 'add' || l.is === 'change')
  const matched = new Set(lines.flatMap((l) => (l.is === 'change' || l.is === 'keep' ? [l.personId] : [])))
  return {
    added: count(lines, (l) => l.is === 'add'),
    changed: count(lines, (l) => l.is === 'change'),
    kept: count(lines, (l) => l.is === 'keep'),
    asked: count(lines, (l) => l.is === 'ask'),
    skipped: count(lines, (l) => l.is === 'skip'),
    ended: count(lines, (l) => l.is === 'change' && l.ended !== null),
    changedNames: count(changes, (c) => c.field === 'name'),
    correctedIds: count(changes, (c) => c.field === 'idNumber' && c.from !== null),
    pauses: count(alive, (l) => l.pause !== null),
    undatedPauses: count(alive, (l) => l.pause !== null && l.pause.from === null),
    newSchools: count(schools, (s) => s.id === null),
    proposedRoles: alive.reduce((n, l) => n + l.roles.length, 0),
    untouched: count(people, (p) => !matched.has(p.id)),
    withErrors,
  }
}

function schoolsOf(lines: readonly PlanLine[]): RosterPlan['schools'] {
  const schools = new Map<string, PlanSchool & { rows: number }>()
  for (const { school } of lines) {
    if (school === null) continue
    const key = school.id ?? school.code ?? school.name ?? ''
    const before = schools.get(key)
    schools.set(key, { ...school, name: before?.name ?? school.name, rows: (before?.rows ?? 0) + 1 })
  }
  return [...schools.values()]
}

export function matchRoster(input: MatchInput): RosterPlan {
  const { reading, people } = input
  const below = input.below ?? []
  const findPerson = personFinder(people, input.askAnywhere === true)
  const findSchool = schoolFinder(input.schools)
  const schoolWith = (id: string): PlanSchool | null => input.schools.find((s) => s.id === id) ?? null
  const taken = new Map<string, number>()
  const findings: Finding[] = []
  const rows = reading.rows.filter((r) => !r.hasError)
  const lines = rows.map((row): PlanLine => {
    const find: Find = (code, value) => findings.push(finding({ sheet: reading.sheet, row: row.row, column: '' }, code, value))
    const school = schoolOf(row, input, findSchool, find)
    const unnamed = row.schoolCode === null && row.schoolName === null
    const given: Given = {
      row,
      facts: factsOf(row, input.hashId),
      school: school === 'another' ? null : school,
      stays: ({ schoolId }) => (unnamed && schoolId !== null && below.includes(schoolId) ? schoolWith(schoolId) : null),
    }
    if (school === 'another') return { ...base(given), is: 'skip' }
    const found = findPerson(given.facts, given.school?.id ?? null)
    const line = decide(given, found, input.answers?.get(row.row), find)
    if (line.is !== 'change' && line.is !== 'keep') return line
    const before = taken.get(line.personId)
    if (before === undefined) {
      taken.set(line.personId, row.row)
      return line
    }
    find('match.already-taken', `${before}`)
    return { ...base(given), is: 'skip' }
  })
  const schools = schoolsOf(lines)
  // A file for one school is silent about that school's people alone, not about the district's.
  const chosen = findSchool(input.schoolGiven, null)
  const meant = chosen?.id == null ? people : people.filter((p) => p.schoolId === chosen.id || below.includes(p.schoolId ?? ''))
  return { lines, schools, findings, totals: totalsOf(lines, schools, meant, reading.rows.length - rows.length) }
}
