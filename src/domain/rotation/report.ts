// The report `rotation`: a school year of 交流轮岗 as of a day, for a school (with those below it) or the whole district: the frozen
// list, every share with the names behind it, who moves where, what nobody named, new teachers who must still go, and who is appointed
// by the district. Shares are the district's alone: a school's people are no share of anything.

import { z } from 'zod/mini'
import { earlier, isDay, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { yearWindow } from '../evaluate/window.ts'
import type { PersonId, RowId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { viewValue } from '../policy/value-on.ts'
import { defineReport, type ReportOn } from '../reports/report.ts'
import type { SchoolInfo } from '../reference.ts'
import { appointmentOn } from './appointment.ts'
import { countingsOn, type Moved, type Question, type SchoolYear, type Stay } from './counting.ts'
import { listsOf, type EligibleList, type Listed } from './eligible-list.ts'
import { newRuralRulesOn, shareRulesOn, type NewRuralRule } from './items.ts'
import { newRuralOf, type NewRural } from './new-rural.ts'
import { belongsOn } from './populations.ts'
import { overlaps, rotationsOf, spanOf, stateOn, unnamedPosts, type Relation, type RotationState } from './rotation.ts'
import { shareVerdict, type ShareVerdict } from './share-verdict.ts'

export interface RotationLine {
  readonly person: PersonId
  readonly name: string
  /** The row of the rotation, or of the post that no rotation stands behind (`way` null). */
  readonly row: RowId
  readonly way: string | null
  readonly home: SchoolId | null
  readonly host: SchoolId
  /** The school 人事关系 was transferred to meanwhile (on the day asked, or the last day of the stay); null while it is at the home school or the host. */
  readonly homeNow: SchoolId | null
  /** As they were called when it was planned; '' where nobody planned it. */
  readonly homeName: string
  readonly hostName: string
  readonly first: Day
  readonly until: Day | null
  readonly from: Day | null
  readonly to: Day | null
  readonly relation: Relation
  readonly state: RotationState
  /** On the frozen list; null where there is none in reach. */
  readonly listed: boolean | null
  readonly populations: readonly string[]
}

export interface NewRuralAnswer {
  readonly rule: NewRuralRule
  /** Who must still go first, earliest day first. */
  readonly people: readonly NewRural[]
}

export interface RotationAnswer {
  readonly year: SchoolYear
  readonly years: readonly SchoolYear[]
  readonly list:
    | (Omit<EligibleList, 'people'> & {
        readonly people: readonly (Listed & { readonly home: SchoolId | null; readonly moved: boolean })[]
        readonly unknown: readonly Listed[]
      })
    | null
  readonly shares: readonly ShareVerdict[]
  readonly open: readonly Question[]
  readonly lines: readonly RotationLine[]
  readonly newRural: readonly NewRuralAnswer[]
  readonly appointedByDistrict: number
  readonly pool: readonly (Listed & { readonly home: SchoolId | null })[]
  /** Names for the ids of shares. */
  readonly names: Readonly<Record<string, string>>
}

interface Known {
  readonly name: string
  readonly home: SchoolId | null
}

interface State {
  readonly year: SchoolYear
  readonly lists: readonly EligibleList[]
  readonly list: EligibleList | null
  readonly listed: ReadonlySet<string>
  readonly schools: ReadonlyMap<SchoolId, SchoolInfo>
  readonly lines: RotationLine[]
  readonly moved: Moved[]
  readonly newRural: Map<string, NewRural[]>
  readonly known: Map<string, Known>
  readonly dossiers: Map<string, Dossier>
  readonly pool: (Listed & { home: SchoolId | null })[]
  appointedByDistrict: number
}

const POPULATIONS = ['quality-teachers', 'county-backbone'] as const

function yearOf(policy: Policy, lists: readonly EligibleList[], d: Day): SchoolYear {
  const list = lists.find((l) => l.first <= d && d <= l.last)
  if (list !== undefined) return { first: list.first, last: list.last }
  const { first, last } = yearWindow(viewValue(policy.settings.rotationYearStart, d) ?? '01-01', d)
  return { first, last }
}

function linesOf(state: State, on: ReportOn<unknown>, dossier: Dossier, known: Known): RotationLine[] {
  const rotations = rotationsOf(dossier)
  const posts = postsOf(dossier)
  const span = { from: state.year.first, to: state.year.last }
  const person = dossier.subject.id as PersonId
  const { policy } = on.reference
  const populations = (d: Day): string[] => POPULATIONS.filter((p) => belongsOn(policy, dossier, p, d) === true)
  const gone = (home: SchoolId | null, host: SchoolId, to: Day | null): SchoolId | null => {
    const school = homePost(posts, to === null ? on.asOf : earlier(to, on.asOf))?.school ?? null
    return school === home || school === host ? null : school
  }
  const common = { person, name: known.name, listed: state.list === null ? null : state.listed.has(person) }
  const planned = rotations
    .filter((r) => overlaps(spanOf(r), span))
    .map((r): RotationLine => ({
      ...common,
      row: r.id,
      way: r.way,
      home: r.home,
      host: r.host,
      homeNow: gone(r.home, r.host, r.to),
      homeName: r.homeName,
      hostName: r.hostName,
      first: r.first,
      until: r.until,
      from: r.from,
      to: r.to,
      relation: r.relation,
      state: stateOn(r, on.asOf),
      populations: populations(r.from ?? r.first),
    }))
  const unnamed = unnamedPosts(dossier, rotations)
    .filter((p) => overlaps(p, span))
    .map((p): RotationLine => {
      const home = homePost(posts, p.from)?.school ?? null
      return {
        ...common,
        row: p.id,
        way: null,
        home,
        host: p.school,
        homeNow: gone(home, p.school, p.to),
        homeName: '',
        hostName: '',
        first: p.from,
        until: p.to,
        from: p.from,
        to: p.to,
        relation: 'stays',
        state: p.from > on.asOf ? 'planned' : p.to !== null && p.to < on.asOf ? 'returned' : 'there',
        populations: populations(p.from),
      }
    })
  return [...planned, ...unnamed]
}

const concerns = (on: ReportOn<unknown>, line: RotationLine): boolean =>
  on.wholeDistrict || [line.host, line.home, line.homeNow].some((school) => school !== null && on.schools.includes(school))

export const rotationReport = defineReport<{ readonly year: string }, State, RotationAnswer>({
  name: 'rotation',
  for: 'school-and-district',
  /** A day of the school year asked about; empty for the one of the day asked. */
  args: z.object({ year: z._default(z.string().check(z.refine((text) => text === '' || isDay(text))), '') }),
  kinds: ['rotation', 'appointment', 'title'],
  fileKinds: ['eligible-list'],
  standings: false,

  start(on) {
    // A school asks about its people, and its phone has no list: the same answer, wherever it is made.
    const lists = on.wholeDistrict ? on.files.flatMap(listsOf) : []
    const year = yearOf(on.reference.policy, lists, on.args.year === '' ? on.asOf : (on.args.year as Day))
    const list = lists.find((l) => l.first === year.first) ?? null
    return {
      year,
      lists,
      list,
      listed: new Set(list?.people.map((p) => p.id)),
      schools: new Map(on.reference.schools.map((s) => [s.id, s])),
      lines: [],
      moved: [],
      newRural: new Map(),
      known: new Map(),
      dossiers: new Map(),
      pool: [],
      appointedByDistrict: 0,
    }
  },

  add(state, { dossier }, on) {
    const person = personOf(dossier)
    if (person === null) return
    const id = dossier.subject.id
    const known: Known = { name: person.name, home: homePost(postsOf(dossier), on.asOf)?.school ?? null }
    const lines = linesOf(state, on, dossier, known).filter((line) => concerns(on, line))
    const ours = known.home !== null && (on.wholeDistrict || on.schools.includes(known.home))
    if (lines.length > 0) {
      state.lines.push(...lines)
      state.dossiers.set(id, dossier)
      state.moved.push({
        person: id as PersonId,
        listed: state.listed.has(id),
        stays: lines.map((l): Stay => ({ way: l.way, from: l.from, to: l.to })),
      })
    }
    if (lines.length > 0 || state.listed.has(id)) state.known.set(id, known)
    if (!ours) return
    for (const rule of newRuralRulesOn(on.reference.policy, on.asOf)) {
      const found = newRuralOf(rule, on.reference.policy, state.schools, dossier, on.asOf, state.year.first)
      if (found !== null) state.newRural.set(rule.id, [...(state.newRural.get(rule.id) ?? []), found])
    }
    const appointment = appointmentOn(dossier, on.asOf)
    if (appointment?.appointer === 'district') state.appointedByDistrict += 1
    if (appointment?.quota === 'pool') state.pool.push({ id: id as PersonId, name: known.name, home: known.home })
  },

  finish(state, on) {
    const { policy } = on.reference
    const countings = countingsOn(policy, on.asOf)
    const moved = [...state.moved].sort(by((m) => m.person))
    const { list, year } = state
    const picture = {
      year,
      asOf: on.asOf,
      eligible: list === null ? null : list.people.length,
      listComplete: list?.complete ?? false,
      moved,
    }
    const belongs = (person: PersonId, population: string, d: Day): boolean | null => {
      const dossier = state.dossiers.get(person)
      return dossier === undefined ? null : belongsOn(policy, dossier, population, d)
    }
    const shares = on.wholeDistrict
      ? shareRulesOn(policy, on.asOf < year.last ? on.asOf : year.last).map((rule) => shareVerdict(rule, picture, countings, belongs))
      : []
    const begun = new Set(state.lines.filter((l) => l.from !== null && l.from <= on.asOf).map((l) => l.person as string))
    const years = [...new Map([...state.lists.map(({ first, last }) => ({ first, last })), year].map((y) => [y.first, y])).values()]
    return {
      year,
      years: years.sort(by((y) => y.first)),
      list:
        list === null
          ? null
          : {
              ...list,
              people: list.people
                .map((p) => ({ ...p, home: state.known.get(p.id)?.home ?? null, moved: begun.has(p.id) }))
                .sort(by((p) => `${p.home ?? ''} ${p.name} ${p.id}`)),
              unknown: list.people.filter((p) => !state.known.has(p.id)),
            },
      shares,
      open: countings.open,
      lines: [...state.lines].sort(by((l) => `${l.from ?? l.first} ${l.name} ${l.row}`)),
      newRural: newRuralRulesOn(policy, on.asOf).map((rule) => ({
        rule,
        people: [...(state.newRural.get(rule.id) ?? [])].sort(by(urgency)),
      })),
      appointedByDistrict: state.appointedByDistrict,
      pool: [...state.pool].sort(by((p) => `${p.home ?? ''} ${p.name} ${p.id}`)),
      names: Object.fromEntries(state.lines.map((l): [string, string] => [l.person, l.name]).sort(by(([id]) => id))),
    }
  },
})

const by =
  <T>(key: (t: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

const URGENT: Readonly<Record<NewRural['state'], string>> = { 'must-go': '0', 'too-late': '1', unknown: '2', 'under-way': '3', done: '4' }
const urgency = (n: NewRural): string => `${URGENT[n.state]} ${n.startBy ?? n.until ?? ''} ${n.name} ${n.person}`
