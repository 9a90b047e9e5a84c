// From many standings to a school, from many schools to the district. Every total prints 在册 = 应计 + 不计 with the reasons;
// the four states sum to 应计, and hours are those of who is 应计. A person counts once, at the school of 人事关系, so a
// district is the sum of its schools. Lists are in order of who needs help; nobody is ever ranked.

import type { Day } from './day.ts'
import { knownAt } from './document.ts'
import type { Dossier } from './dossier.ts'
import { helpFor, needsMore, type Help } from './evaluate/help.ts'
import type { State } from './evaluate/reading.ts'
import { readStanding, standingOf, type Standing, type StandingOn } from './evaluate/standing.ts'
import type { Amounts, Slice } from './evaluate/tally.ts'
import type { Tenths } from './hours.ts'
import type { SchoolId } from './ids.ts'
import type { Policy } from './policy/policy.ts'

/** Hours of the people who share a subject or a stage. */
export interface Group extends Slice {
  people: number
  states: Record<State, number>
}

export interface RuleCount {
  rule: string
  met: number
  unmet: number
  undetermined: number
}

/** Hours of before, standing in the sum of what counts, that nobody has confirmed: how much, and of how many people. */
export interface Unconfirmed {
  people: number
  hours: Tenths
}

export interface Totals {
  /** 在册 = counted (应计) + notCounted (不计). */
  onRoll: number
  counted: number
  notCounted: number
  /** One reason a person (用人形式 before 教职工类别), so that they sum to `notCounted`. */
  reasons: { by: 'employment' | 'category'; value: string; people: number }[]
  states: Record<State, number>
  hours: Amounts
  unconfirmed: Unconfirmed
  byLevel: Slice[]
  byMode: Slice[]
  bySubject: Group[]
  byStage: Group[]
  rules: RuleCount[]
  /** Entries waiting for the school, for the district, for the teacher. */
  waiting: { school: number; district: number; returned: number; requests: number; oldest: Day | null }
}

export interface SchoolRollUp extends Totals {
  readonly on: Day
  /** Who is 需关注 or 待核实, with what would help. */
  readonly concern: readonly Help[]
  readonly unverified: readonly Help[]
}

export interface SchoolTotals extends Totals {
  readonly school: SchoolId
}

export interface DistrictRollUp {
  readonly on: Day
  readonly totals: Totals
  /** Those whose people need help come first. */
  readonly schools: readonly SchoolTotals[]
}

const noStates = (): Record<State, number> => ({ met: 0, 'on-the-way': 0, concern: 0, unverified: 0 })
const noHours = (): Amounts => ({ pending: 0 as Tenths, recognised: 0 as Tenths, counted: 0 as Tenths })

export const noTotals = (): Totals => ({
  onRoll: 0,
  counted: 0,
  notCounted: 0,
  reasons: [],
  states: noStates(),
  hours: noHours(),
  unconfirmed: { people: 0, hours: 0 as Tenths },
  byLevel: [],
  byMode: [],
  bySubject: [],
  byStage: [],
  rules: [],
  waiting: { school: 0, district: 0, returned: 0, requests: 0, oldest: null },
})

/** Answers kept by a device since before there was this figure have none. */
export const unconfirmedIn = (t: { readonly unconfirmed?: Readonly<Unconfirmed> }): Readonly<Unconfirmed> =>
  t.unconfirmed ?? { people: 0, hours: 0 as Tenths }

function addUnconfirmed(to: Unconfirmed, more: Readonly<Unconfirmed>): void {
  to.people += more.people
  to.hours = (to.hours + more.hours) as Tenths
}

function addAmounts(to: Amounts, more: Readonly<Amounts>): void {
  to.pending = (to.pending + more.pending) as Tenths
  to.recognised = (to.recognised + more.recognised) as Tenths
  to.counted = (to.counted + more.counted) as Tenths
}

function at<T>(list: T[], is: (t: T) => boolean, make: () => T): T {
  const known = list.find(is)
  if (known !== undefined) return known
  const made = make()
  list.push(made)
  return made
}

const sliceOf = (list: Slice[], key: string): Slice =>
  at(
    list,
    (s) => s.key === key,
    () => ({ key, ...noHours() }),
  )
const groupOf = (list: Group[], key: string): Group =>
  at(
    list,
    (g) => g.key === key,
    () => ({ key, ...noHours(), people: 0, states: noStates() }),
  )

function addWaiting(to: Totals['waiting'], more: Readonly<Totals['waiting']>): void {
  to.school += more.school
  to.district += more.district
  to.returned += more.returned
  to.requests += more.requests
  if (more.oldest !== null && (to.oldest === null || more.oldest < to.oldest)) to.oldest = more.oldest
}

function addPerson(t: Totals, p: StandingOn): void {
  t.onRoll += 1
  addWaiting(t.waiting, p.waiting)
  const why = p.notCounted[0]
  if (why !== undefined) {
    t.notCounted += 1
    at(
      t.reasons,
      (r) => r.by === why.by && r.value === why.value,
      () => ({ ...why, people: 0 }),
    ).people += 1
    return
  }
  t.counted += 1
  t.states[p.state] += 1
  addAmounts(t.hours, p.totals)
  if (p.unconfirmed > 0) addUnconfirmed(t.unconfirmed, { people: 1, hours: p.unconfirmed })
  for (const s of p.byLevel) addAmounts(sliceOf(t.byLevel, s.key), s)
  for (const s of p.byMode) addAmounts(sliceOf(t.byMode, s.key), s)
  for (const group of [groupOf(t.bySubject, p.subject ?? ''), groupOf(t.byStage, p.stage)]) {
    addAmounts(group, p.totals)
    group.people += 1
    group.states[p.state] += 1
  }
  for (const v of p.verdicts)
    at(
      t.rules,
      (r) => r.rule === v.rule,
      () => ({ rule: v.rule, met: 0, unmet: 0, undetermined: 0 }),
    )[v.is] += 1
}

const byKey = (a: Slice, b: Slice): number => (a.key < b.key ? -1 : 1)

function inOrder(t: Totals): void {
  for (const list of [t.byLevel, t.byMode, t.bySubject, t.byStage]) list.sort(byKey)
  t.reasons.sort((a, b) => (a.by + a.value < b.by + b.value ? 1 : -1))
}

/** A school on a day, of the people whose 人事关系 lies there that day; `school` null takes everyone employed. */
export function rollUpSchool(policy: Policy, standings: Iterable<Standing>, on: Day, school: SchoolId | null): SchoolRollUp {
  const people: StandingOn[] = []
  for (const s of standings) {
    const p = readStanding(s, policy, on)
    if (p.home !== null && (school === null || p.home === school)) people.push(p)
  }
  return rollUpPeople(people, on)
}

/** The same of people already read; they all belong to the school. */
export function rollUpPeople(people: readonly StandingOn[], on: Day): SchoolRollUp {
  const totals = noTotals()
  for (const p of people) addPerson(totals, p)
  inOrder(totals)
  const counted = people.filter((p) => p.notCounted.length === 0)
  const listed = (state: State): Help[] =>
    counted
      .filter((p) => p.state === state)
      .map(helpFor)
      .sort(needsMore)
  return { on, ...totals, concern: listed('concern'), unverified: listed('unverified') }
}

function addTotals(t: Totals, more: Readonly<Totals>): void {
  t.onRoll += more.onRoll
  t.counted += more.counted
  t.notCounted += more.notCounted
  for (const r of more.reasons)
    at(
      t.reasons,
      (x) => x.by === r.by && x.value === r.value,
      () => ({ ...r, people: 0 }),
    ).people += r.people
  addStates(t.states, more.states)
  addAmounts(t.hours, more.hours)
  addUnconfirmed(t.unconfirmed, unconfirmedIn(more))
  addWaiting(t.waiting, more.waiting)
  for (const s of more.byLevel) addAmounts(sliceOf(t.byLevel, s.key), s)
  for (const s of more.byMode) addAmounts(sliceOf(t.byMode, s.key), s)
  for (const [to, from] of [
    [t.bySubject, more.bySubject],
    [t.byStage, more.byStage],
  ] as const) {
    for (const g of from) {
      const group = groupOf(to, g.key)
      addAmounts(group, g)
      group.people += g.people
      addStates(group.states, g.states)
    }
  }
  for (const r of more.rules) {
    const count = at(
      t.rules,
      (x) => x.rule === r.rule,
      () => ({ rule: r.rule, met: 0, unmet: 0, undetermined: 0 }),
    )
    count.met += r.met
    count.unmet += r.unmet
    count.undetermined += r.undetermined
  }
}

function addStates(to: Record<State, number>, more: Readonly<Record<State, number>>): void {
  for (const state of ['met', 'on-the-way', 'concern', 'unverified'] as const) to[state] += more[state]
}

const firstHelped = (a: SchoolTotals, b: SchoolTotals): number =>
  b.states.concern - a.states.concern ||
  b.states.unverified - a.states.unverified ||
  b.waiting.school + b.waiting.returned - a.waiting.school - a.waiting.returned ||
  (a.school < b.school ? -1 : 1)

/** The district as the sum of its schools. */
export function rollUpDistrict(schools: readonly SchoolTotals[], on: Day): DistrictRollUp {
  const totals = noTotals()
  for (const s of schools) addTotals(totals, s)
  inOrder(totals)
  return { on, totals, schools: [...schools].sort(firstHelped) }
}

/** The district straight from standings: each person at the school of their 人事关系 on the day. */
export function rollUpStandings(policy: Policy, standings: Iterable<Standing>, on: Day): DistrictRollUp {
  const schools = new Map<SchoolId, SchoolTotals>()
  for (const s of standings) {
    const p = readStanding(s, policy, on)
    if (p.home === null) continue
    let totals = schools.get(p.home)
    if (totals === undefined) schools.set(p.home, (totals = { school: p.home, ...noTotals() }))
    addPerson(totals, p)
  }
  for (const totals of schools.values()) inOrder(totals)
  return rollUpDistrict([...schools.values()], on)
}

/** Standings as of one day, as known at another, made anew from dossiers: for snapshots handed in and for checking the cache. */
export const standingsAsOf = (policy: Policy, dossiers: Iterable<Dossier>, asOf: Day, known: Day): Standing[] =>
  [...dossiers].map((d) => standingOf(policy, knownAt(d, known), asOf))
