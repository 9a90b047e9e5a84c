// The ops that carry out one line of a plan, in the importer's name: the same verbs a person would use by hand. Pure; ids come from
// batch and row. What is no part of a dossier (phone, hash of the ID number) is told beside.

import { addYears, dayOf, daysInMonth, monthOf, yearOf, type Day } from '../../domain/day.ts'
import type { Identity } from '../../domain/dossier.ts'
import type { KnownPost } from './posts-known.ts'
import type { OpContent } from '../../wire/op.ts'
import { idFor } from './batch-id.ts'
import { initialsOf } from './initials.ts'
import type { ChangeField, PlanLine } from './plan.ts'
import type { GivenDay } from './reading.ts'

export interface Making {
  readonly batch: string
  readonly actor: string
  readonly today: Day
  /** For someone whose file does not say since when they are at the school, nor since when they work. */
  readonly longAgo: Day
  /** In words, for the record. */
  readonly reason: string
  schoolId(line: PlanLine): string | null
}

type Wish = readonly [verb: string, args: Record<string, unknown>]
type Changed = Extract<PlanLine, { is: 'change' }>

const contents = (made: Making, row: number, person: string, wishes: readonly Wish[]): OpContent[] =>
  wishes.map(([verb, args], n) => ({
    op: idFor(made.batch, `${String(row)} ${verb} ${String(n)}`),
    actor: made.actor,
    subject: { kind: 'teacher', id: person },
    verb,
    v: 1,
    base: null,
    after: null,
    args,
  }))

const pauseWish = (line: PlanLine): Wish[] =>
  line.pause === null ? [] : [['begin-pause', { kind: line.pause.kind, from: line.pause.from, until: line.pause.until }]]

/** Someone who left in a month left on its last day. */
export function lastDayMeant({ day, precise }: GivenDay): Day {
  return precise === 'day' ? day : (dayOf(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day))) ?? day)
}

export const personIdFor = (batch: string, row: number): string => idFor(batch, `person ${String(row)}`)

export function opsToAdd(made: Making, line: PlanLine, staffNumber: string | null): OpContent[] {
  const { facts } = line
  const [first, ...later] = [...facts.formerNames, facts.name]
  const identity: Identity = {
    name: first ?? facts.name,
    initials: initialsOf(first ?? facts.name),
    staffNumber,
    sex: facts.sex ?? 'unknown',
    subject: facts.subject,
    stage: facts.stage ?? 'unknown',
    employment: facts.employment ?? 'unknown',
    category: facts.category ?? 'unknown',
    workedSince: facts.workedSince?.day ?? null,
  }
  const school = made.schoolId(line)
  const from = facts.joined?.day ?? facts.workedSince?.day ?? made.longAgo
  const home = school === null ? null : { row: idFor(made.batch, `post ${String(line.row)}`), school, from }
  const renamed = later.map((name): Wish => ['correct-person', { changes: { name, initials: initialsOf(name) }, reason: made.reason }])
  return contents(made, line.row, personIdFor(made.batch, line.row), [['enrol-person', { identity, home }], ...renamed, ...pauseWish(line)])
}

const PERSON_FIELDS: Partial<Record<ChangeField, keyof Identity>> = {
  name: 'name',
  staffNumber: 'staffNumber',
  sex: 'sex',
  subject: 'subject',
  stage: 'stage',
  employment: 'employment',
  category: 'category',
  workedSince: 'workedSince',
}

function correction(made: Making, line: Changed): Wish[] {
  const changes: Record<string, unknown> = {}
  for (const { field, to } of line.changes) {
    const key = PERSON_FIELDS[field]
    if (key !== undefined) changes[key] = to
    if (field === 'name') changes['initials'] = initialsOf(to)
  }
  return Object.keys(changes).length === 0 ? [] : [['correct-person', { changes, reason: made.reason }]]
}

/** A move ends the post before on the day before; another first day at the same school strikes the post and starts it rightly. */
function posts(made: Making, line: Changed, home: KnownPost | null): Wish[] {
  const moves = line.changes.some((c) => c.field === 'school')
  const joined = line.facts.joined?.day ?? null
  const to = made.schoolId(line)
  const wishes: Wish[] = []
  if (moves && to !== null) {
    const since = joined !== null && (home === null || joined > home.from) ? joined : home === null ? made.longAgo : made.today
    wishes.push(['start-post', { school: to, kind: 'home', from: since }])
  } else if (home !== null && home.to === null && joined !== null && line.changes.some((c) => c.field === 'joined')) {
    wishes.push(
      ['end-post', { row: home.row, to: home.from, reason: 'mistake', note: made.reason }],
      ['start-post', { school: home.school, kind: 'home', from: joined }],
    )
  }
  if (line.ended !== null && home !== null && wishes.length === 0) {
    wishes.push([
      'end-post',
      { row: home.row, to: lastDayMeant(line.ended.on), reason: line.ended.reason, note: line.ended.words.slice(0, 200) },
    ])
  }
  return wishes
}

export const opsToChange = (made: Making, line: Changed, home: KnownPost | null): OpContent[] =>
  contents(made, line.row, line.personId, [...correction(made, line), ...posts(made, line, home), ...pauseWish(line)])

/** First day of history when a file says nothing: five years before the year of the import. */
export const longAgoFor = (today: Day): Day => addYears(`${today.slice(0, 4)}-01-01` as Day, -5)
