// The figures of a school year: each person whose 人事关系 lay at the school (or below it) on the as-of day, with the year's hours
// and where they stand in the cycle. Made by the same reading as every roll-up. Phone and server make them alike; the digest says
// in sixteen letters whether two are the same.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { hoursInWindow } from '../evaluate/hours-in-window.ts'
import type { State } from '../evaluate/reading.ts'
import { readStanding, standingOf } from '../evaluate/standing.ts'
import type { Window } from '../evaluate/window.ts'
import type { Tenths } from '../hours.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import type { FrozenPerson } from './review-row.ts'

export interface Figures {
  readonly first: Day
  readonly last: Day
  readonly asOf: Day
  readonly schools: readonly SchoolId[]
  /** By person id: the same people in the same order whoever makes them. */
  readonly people: readonly FrozenPerson[]
}

/** Whose figures are wanted: the year, until when, and the schools, the reviewed one first. */
export interface FiguresOf {
  readonly policy: Policy
  readonly window: Pick<Window, 'first' | 'last'>
  readonly asOf: Day
  readonly schools: readonly SchoolId[]
}

/** Null for who had their 人事关系 elsewhere on the day. The dossier is already as known when wanted. */
export function frozenPerson({ policy, window, asOf, schools }: FiguresOf, dossier: Dossier): FrozenPerson | null {
  const home = homePost(postsOf(dossier), asOf)
  const at = home === null ? -1 : schools.indexOf(home.school)
  const person = personOf(dossier)
  if (at < 0 || person === null) return null
  const on = readStanding(standingOf(policy, dossier, asOf), policy, asOf)
  const year = hoursInWindow(policy, dossier, { id: null, first: window.first, last: window.last }, asOf)
  const why = on.notCounted[0]
  return [
    dossier.subject.id as PersonId,
    person.name,
    at,
    why === undefined ? '' : `${why.by}:${why.value}`,
    on.state,
    year.totals.recognised,
    year.totals.counted,
    on.counted,
    year.byLevel.map((s) => [s.key, s.recognised, s.counted] as const),
  ]
}

export function figuresFrom(of: FiguresOf, people: readonly FrozenPerson[]): Figures {
  const sorted = [...people].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  return { first: of.window.first, last: of.window.last, asOf: of.asOf, schools: of.schools, people: sorted }
}

export function figuresOf(of: FiguresOf, dossiers: Iterable<Dossier>): Figures {
  const people: FrozenPerson[] = []
  for (const dossier of dossiers) {
    const person = frozenPerson(of, dossier)
    if (person !== null) people.push(person)
  }
  return figuresFrom(of, people)
}

/** What a signature binds: the year, the day, the schools and every figure. */
export const figuresDigest = (f: Figures, hash: (value: unknown) => string): string =>
  hash(['year-review', f.first, f.last, f.asOf, f.schools, f.people])

export interface PersonFigures {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  /** 'employment:intern'; empty for 应计. */
  readonly why: string
  readonly state: State
  readonly recognised: Tenths
  readonly counted: Tenths
  readonly cycle: Tenths
  readonly byLevel: readonly { readonly level: string; readonly recognised: Tenths; readonly counted: Tenths }[]
}

/** A list of a snapshot, read by name. */
export function personFigures(
  schools: readonly SchoolId[],
  [person, name, at, why, state, recognised, counted, cycle, levels]: FrozenPerson,
): PersonFigures {
  return {
    person,
    name,
    school: schools[at] ?? (schools[0] as SchoolId),
    why,
    state: state as State,
    recognised: recognised as Tenths,
    counted: counted as Tenths,
    cycle: cycle as Tenths,
    byLevel: levels.map(([level, r, c]) => ({ level, recognised: r as Tenths, counted: c as Tenths })),
  }
}

export interface FrozenTotals {
  /** 在册 = counted (应计) + notCounted (不计). */
  onRoll: number
  counted: number
  notCounted: number
  reasons: { why: string; people: number }[]
  states: Record<State, number>
  /** Of those 应计: tenths of the year, and counted in the cycle. */
  hours: { recognised: Tenths; counted: Tenths; cycle: Tenths }
  byLevel: { level: string; recognised: Tenths; counted: Tenths }[]
}

export function frozenTotals(people: readonly FrozenPerson[]): FrozenTotals {
  const t: FrozenTotals = {
    onRoll: 0,
    counted: 0,
    notCounted: 0,
    reasons: [],
    states: { met: 0, 'on-the-way': 0, concern: 0, unverified: 0 },
    hours: { recognised: 0 as Tenths, counted: 0 as Tenths, cycle: 0 as Tenths },
    byLevel: [],
  }
  for (const [, , , why, state, recognised, counted, cycle, levels] of people) {
    t.onRoll += 1
    if (why !== '') {
      t.notCounted += 1
      const known = t.reasons.find((r) => r.why === why)
      if (known === undefined) t.reasons.push({ why, people: 1 })
      else known.people += 1
      continue
    }
    t.counted += 1
    t.states[state as State] += 1
    t.hours = {
      recognised: (t.hours.recognised + recognised) as Tenths,
      counted: (t.hours.counted + counted) as Tenths,
      cycle: (t.hours.cycle + cycle) as Tenths,
    }
    for (const [level, r, c] of levels) addLevel(t.byLevel, level, r, c)
  }
  t.byLevel.sort((a, b) => (a.level < b.level ? -1 : 1))
  t.reasons.sort((a, b) => (a.why < b.why ? 1 : -1))
  return t
}

function addLevel(list: FrozenTotals['byLevel'], level: string, recognised: number, counted: number): void {
  let slice = list.find((s) => s.level === level)
  if (slice === undefined) list.push((slice = { level, recognised: 0 as Tenths, counted: 0 as Tenths }))
  slice.recognised = (slice.recognised + recognised) as Tenths
  slice.counted = (slice.counted + counted) as Tenths
}
