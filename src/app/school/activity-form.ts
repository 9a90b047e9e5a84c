// What is typed into 登记校本学时, as plain data that can be a draft, and its ways: who is on the roster, what is missing, and the
// acts that save it (the activity, then one grant a person). Pure.

import type { Day } from '../../domain/day.ts'
import type { Level, Mode } from '../../domain/dossier.ts'
import { notCountedBecause } from '../../domain/evaluate/bearer.ts'
import type { PersonId, RowId, SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { ActInput } from '../../storage/act.ts'
import { worksAt } from '../../storage/people.ts'
import type { StandingRecord } from '../../storage/tables.ts'

export type Way = 'roster' | 'claims'

export interface ActivityForm {
  title: string
  organiser: string
  level: Level | null
  mode: Mode | null
  first: string
  last: string
  severalDays: boolean
  hours: string | null
  /** 培训主题 by its name; null where none was chosen. */
  theme: string | null
  way: Way
  /** Schools left out of the roster: all that are below take part at first. */
  without: SchoolId[]
  /** Also those who are 不计. */
  uncounted: boolean
  absent: PersonId[]
}

export type ActivityField = 'title' | 'level' | 'mode' | 'first' | 'last' | 'hours' | 'people'

export const blankActivity = (today: Day, organiser: string): ActivityForm => ({
  title: '',
  organiser,
  level: 'school',
  mode: 'school-based',
  first: today,
  last: today,
  severalDays: false,
  hours: null,
  theme: null,
  way: 'roster',
  without: [],
  uncounted: false,
  absent: [],
})

export const lastDay = (form: ActivityForm): string => (form.severalDays ? form.last : form.first)

export interface Roster {
  /** Everybody who would take part, the absent included. */
  readonly all: readonly StandingRecord[]
  readonly present: readonly StandingRecord[]
  readonly absent: readonly StandingRecord[]
  /** 不计 people at these schools on the day, left out unless asked for. */
  readonly uncounted: readonly StandingRecord[]
}

/** Who was at the schools on the first day of the activity. */
export function rosterFor(
  form: ActivityForm,
  people: readonly StandingRecord[],
  schools: readonly SchoolId[],
  policy: Policy | null,
): Roster {
  const on = form.first as Day
  const at = schools.filter((id) => !form.without.includes(id))
  const there = on === ('' as string) ? [] : people.filter((p) => at.some((id) => worksAt(p, id, on)))
  const uncounted = policy === null ? [] : there.filter((p) => notCountedBecause(policy, p, on).length > 0)
  const all = form.uncounted ? there : there.filter((p) => !uncounted.includes(p))
  const isAbsent = (p: StandingRecord): boolean => form.absent.includes(p.person)
  return { all, present: all.filter((p) => !isAbsent(p)), absent: all.filter(isAbsent), uncounted }
}

/** What must be filled in before it can be saved, in the order of the form. */
export function missingIn(form: ActivityForm, roster: Roster): ActivityField[] {
  const missing: ActivityField[] = []
  if (form.title.trim() === '') missing.push('title')
  if (form.level === null) missing.push('level')
  if (form.mode === null) missing.push('mode')
  if (form.first === '') missing.push('first')
  if (lastDay(form) < form.first) missing.push('last')
  if (form.hours === null) missing.push('hours')
  if (roster.present.length === 0) missing.push('people')
  return missing
}

export function registering(form: ActivityForm, school: SchoolId, roster: Roster): ActInput {
  const ids = (people: readonly StandingRecord[]): PersonId[] => people.map((p) => p.person)
  return {
    verb: 'register-activity',
    subject: { kind: 'school', id: school },
    args: {
      title: form.title.trim(),
      organiser: form.organiser.trim(),
      level: form.level,
      mode: form.mode,
      tags: form.theme === null ? [] : [form.theme],
      project: null,
      first: form.first,
      last: lastDay(form),
      hours: form.hours,
      way: form.way,
      expected: ids(roster.present),
      absent: ids(roster.absent),
    },
  }
}

export const granting = (activity: RowId, person: PersonId): ActInput => ({
  verb: 'grant-hours',
  subject: { kind: 'teacher', id: person },
  args: { activity, hours: null, attendance: null, result: null },
})

/** One grant for everybody present; none where claims are expected. */
export const grants = (form: ActivityForm, activity: RowId, roster: Roster): ActInput[] =>
  form.way === 'claims' ? [] : roster.present.map((p) => granting(activity, p.person))
