// The sample rosters, read as the import reads them; and a small district in memory that carries out plans,
// so that "import, then import again" can be told without a database.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { day, type Day } from '../../../src/domain/day.ts'
import { matchRoster } from '../../../src/server/import/match.ts'
import type { Answer, Change, KnownPerson, KnownSchool, PersonFacts, PlanLine, RosterPlan } from '../../../src/server/import/plan.ts'
import { readRoster, type RosterOptions } from '../../../src/server/import/read-roster.ts'
import type { NotARoster, RosterReading } from '../../../src/server/import/reading.ts'
import { readSheets } from '../../../src/server/sheets/read-sheets.ts'
import type { Sheet, SheetsRead } from '../../../src/server/sheets/sheet.ts'

export const TODAY: Day = day('2026-09-10')

export const sampleBytes = (file: string): Uint8Array => readFileSync(fileURLToPath(new URL(`./samples/${file}`, import.meta.url)))

const readAlready = new Map<string, Promise<readonly Sheet[]>>()

/** Each file once a test run: every reading of a workbook is a process of its own. */
export function sampleSheets(file: string): Promise<readonly Sheet[]> {
  const before = readAlready.get(file)
  const sheets = before ?? readSheets(sampleBytes(file), file).then(sheetsIn)
  readAlready.set(file, sheets)
  return sheets
}

export function sheetsIn(read: SheetsRead): readonly Sheet[] {
  if (read.is !== 'sheets') throw new Error(read.code)
  return read.sheets
}

export async function readSample(file: string, schoolGiven: string | null): Promise<RosterReading> {
  return asRoster(readRoster(await sampleSheets(file), { today: TODAY, schoolGiven }))
}

export function asRoster(read: RosterReading | NotARoster): RosterReading {
  if (read.is !== 'roster') throw new Error(read.code)
  return read
}

/** A sheet typed in a test: strings and numbers by row, null for blank. */
export function sheetOf(rows: readonly (readonly (string | number | null)[])[], name = '花名册'): Sheet {
  return {
    name,
    merges: [],
    rows: rows.map((row) =>
      row.map((v) => (v === null ? null : typeof v === 'number' ? { kind: 'number', text: String(v) } : { kind: 'text', text: v })),
    ),
  }
}

export const readTyped = (rows: readonly (readonly (string | number | null)[])[], options: Partial<RosterOptions> = {}): RosterReading =>
  asRoster(readRoster([sheetOf(rows)], { today: TODAY, schoolGiven: '2150900001', ...options }))

const hashId = (idNumber: string): string => `hash-of-${[...idNumber].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 1_000_000_007, 7)}`

function changed(person: KnownPerson, facts: PersonFacts, changes: readonly Change[]): KnownPerson {
  const after: Record<string, unknown> = { ...person }
  for (const { field, to } of changes) {
    if (field === 'formerNames') after['formerNames'] = to.split('、')
    else if (field === 'school') after['schoolId'] = `school-${to}`.replace('school-school-', 'school-')
    else if (field === 'idNumber') Object.assign(after, { idHash: facts.idHash, idLast4: facts.idLast4 })
    else after[field] = to
    if (field === 'name')
      after['formerNames'] = [...new Set([...person.formerNames, ...((after['formerNames'] as string[] | undefined) ?? []), person.name])]
    if (field === 'staffNumber') after['staffNumberIsOurs'] = false
  }
  return after as unknown as KnownPerson
}

export class DistrictInMemory {
  people: KnownPerson[] = []
  schools: KnownSchool[] = []

  /** Ids of the schools below the one chosen. */
  below: string[] = []

  plan(reading: RosterReading, schoolGiven: string | null, answers: ReadonlyMap<number, Answer> = new Map()): RosterPlan {
    return matchRoster({ reading, people: this.people, schools: this.schools, schoolGiven, below: this.below, hashId, answers })
  }

  carryOut(plan: RosterPlan): void {
    for (const s of plan.schools)
      if (s.id === null) this.schools.push({ id: `school-${s.code ?? s.name}`, code: s.code ?? '', name: s.name ?? '' })
    for (const line of plan.lines) this.#carryOut(line)
  }

  #carryOut(line: PlanLine): void {
    const pause = line.pause?.kind ?? null
    if (line.is === 'add') this.people.push(this.#newPerson(line))
    if (line.is !== 'change') return
    this.people = this.people.map((p) => {
      if (p.id !== line.personId) return p
      return {
        ...changed(p, line.facts, line.changes),
        ended: line.ended?.on.day ?? p.ended,
        openPause: pause ?? p.openPause,
        roles: [...p.roles, ...line.roles],
      }
    })
  }

  #newPerson({ facts, school, pause, roles }: PlanLine): KnownPerson {
    const n = this.people.length + 1
    return {
      id: `person-${n}`,
      schoolId: school === null ? null : (school.id ?? `school-${school.code ?? school.name}`),
      name: facts.name,
      formerNames: facts.formerNames,
      staffNumber: facts.staffNumber ?? `T${n}`,
      staffNumberIsOurs: facts.staffNumber === null,
      idHash: facts.idHash,
      idLast4: facts.idLast4,
      phone: facts.phone,
      sex: facts.sex ?? 'unknown',
      subject: facts.subject,
      stage: facts.stage ?? 'unknown',
      employment: facts.employment ?? 'unknown',
      category: facts.category ?? 'unknown',
      workedSince: facts.workedSince?.day ?? null,
      joined: facts.joined?.day ?? null,
      ended: null,
      openPause: pause?.kind ?? null,
      roles,
    }
  }

  async import(file: string, schoolGiven: string | null): Promise<RosterPlan> {
    const plan = this.plan(await readSample(file, schoolGiven), schoolGiven)
    this.carryOut(plan)
    return plan
  }
}
