// The standing of a teacher: what their dossier comes to, as small plain data that no day is part of, so that nothing goes
// stale at midnight. The day is added when it is read. It holds sums per cycle up to `through`, and what lies later one by one.
// Read on any day from `through` on, it says exactly what evaluateCycle says; a changed policy version means: make it anew.

import { isWithin, later, type Day } from '../day.ts'
import type { Dossier, Employment, PauseKind, PostKind, Stage, StaffCategory } from '../dossier.ts'
import { isReturned } from '../entry.ts'
import { historyOf } from '../history/history.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { pausesOf, personOf, postsOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { notCountedBecause, type NotCounted } from './bearer.ts'
import { historyAsked } from './evaluate-cycle.ts'
import { entriesOf, itemsOf, type Item } from './item.ts'
import { partsOf, vague, type Part } from './part.ts'
import { cyclesIfExtended, personalCycles, shownOn } from './personal-cycle.ts'
import { read, type Bearer, type Extension, type History, type Reading } from './reading.ts'
import { addPart, copyTally, tallyOf, type Tally } from './tally.ts'
import { readRolling, rollingOf, type Rolling } from './rolling.ts'
import { rollingFive, type Window } from './window.ts'

export interface StandingPost {
  readonly school: SchoolId
  readonly kind: PostKind
  readonly from: Day
  readonly to: Day | null
}

export interface StandingPause {
  readonly kind: PauseKind
  readonly from: Day | null
  readonly to: Day | null
}

/** One cycle: due from and to, sums of what lies no later than `through`, and each part that lies after it. */
export interface CycleStanding {
  readonly window: Window
  readonly tally: Tally
  readonly later: readonly Part[]
}

/** Entries that someone has to move on, whatever their cycle. */
export interface Waiting {
  readonly school: number
  readonly district: number
  readonly returned: number
  /** 申请更正, of an entry or of history, without an answer. */
  readonly requests: number
  /** First day of the oldest entry still waiting for a decision. */
  readonly oldest: Day | null
}

export interface Standing {
  readonly person: PersonId
  readonly name: string
  readonly formerNames: readonly string[]
  readonly initials: readonly string[]
  readonly staffNumber: string | null
  readonly subject: string | null
  readonly stage: Stage
  readonly employment: Employment
  readonly category: StaffCategory
  readonly workedSince: Day | null
  readonly posts: readonly StandingPost[]
  readonly pauses: readonly StandingPause[]
  readonly waiting: Waiting
  readonly history: StandingHistory
  readonly policy: string
  readonly through: Day
  readonly cycles: readonly CycleStanding[]
  /** The cycles as pauses would extend them, where that is open and would move anything. */
  readonly ifExtended: readonly CycleStanding[]
  /** For 近5年 before a supervision day; null where the rules need the whole dossier for it. */
  readonly rolling: Rolling | null
}

/** 历史学时: how many opening balances stand, whether the person (or an officer for them) confirmed exactly these, objections without an answer. */
export interface StandingHistory {
  readonly openings: number
  readonly confirmed: boolean
  readonly objections: number
}

const LONG_AGO = '1900-01-01' as Day

/** The last day on which anything was recorded: what ends after it is kept one by one. */
function lastRecorded(dossier: Dossier): Day {
  let last = LONG_AGO
  for (const row of dossier.rows.values()) for (const f of row.facts) last = later(last, f.recordedOn)
  return last
}

/** Where someone stands on one day, read from the dossier and not kept: no cycle but the one shown is worked out. */
export const standsOn = (policy: Policy, dossier: Dossier, on: Day): StandingOn =>
  readStanding(standingOf(policy, dossier, lastRecorded(dossier), on), policy, on)

/** `through`: the earliest day it must be readable on; the last recorded day where left out. `only`: read on this day and no other. */
export function standingOf(policy: Policy, dossier: Dossier, through: Day = lastRecorded(dossier), only: Day | null = null): Standing {
  const person = personOf(dossier)
  const pauses = pausesOf(dossier).map(({ kind, from, to }) => ({ kind, from, to }))
  const entries = entriesOf(dossier)
  const items = itemsOf(dossier)
  const history = historyOf(dossier)
  const objections = history.objections.filter((o) => o.waitsFor !== null).length
  const all = personalCycles(policy, pauses)
  const shown = only === null ? null : shownOn(all, only)
  const standings = (windows: readonly Window[]): CycleStanding[] =>
    windows.filter((w) => only === null || w.id === shown?.id).map((w) => cycleStanding(policy, items, w, through))
  return {
    person: dossier.subject.id as PersonId,
    name: person?.name ?? '',
    formerNames: person?.formerNames ?? [],
    initials: person?.initials ?? [],
    staffNumber: person?.staffNumber ?? null,
    subject: person?.subject ?? null,
    stage: person?.stage ?? 'unknown',
    employment: person?.employment ?? 'unknown',
    category: person?.category ?? 'unknown',
    workedSince: person?.workedSince ?? null,
    posts: postsOf(dossier).map(({ school, kind, from, to }) => ({ school, kind, from, to })),
    pauses,
    waiting: {
      school: entries.filter((e) => e.state === 'pending-school').length,
      district: entries.filter((e) => e.state === 'pending-district').length,
      returned: entries.filter((e) => isReturned(e.state)).length,
      requests: entries.filter((e) => e.openRequest !== null).length + objections,
      oldest: items.find((i) => i.standing === 'pending')?.first ?? null,
    },
    history: { openings: history.openings.length, confirmed: history.confirmed, objections },
    policy: policy.version,
    through,
    cycles: standings(all),
    ifExtended: standings(cyclesIfExtended(policy, pauses) ?? []),
    rolling: only === null ? rollingOf(policy, items) : null,
  }
}

function cycleStanding(policy: Policy, items: readonly Item[], window: Window, through: Day): CycleStanding {
  const { parts } = partsOf(policy, items, window)
  return {
    window,
    tally: tallyOf(
      policy,
      parts.filter((p) => p.last <= through),
    ),
    later: parts.filter((p) => p.last > through),
  }
}

export interface StandingOn extends Reading {
  readonly person: PersonId
  readonly name: string
  readonly subject: string | null
  readonly stage: Stage
  /** The school of 人事关系 on the day; null for who is on no roll. */
  readonly home: SchoolId | null
  /** Empty for who is 应计. */
  readonly notCounted: readonly NotCounted[]
  readonly waiting: Waiting
  readonly history: StandingHistory
  /** In a dated pause on the day, or in one whose days nobody has said. */
  readonly paused: boolean
}

/** The five years back from a day; null where only the dossier can say. Throws as readStanding does. */
export function readFiveYears(standing: Standing, policy: Policy, on: Day): Reading | null {
  if (standing.policy !== policy.version)
    throw new Error(`standing of ${standing.person} was made under ${standing.policy}, not ${policy.version}`)
  if (standing.rolling === null) return null
  const bearer: Bearer = { workedSince: standing.workedSince, pauses: standing.pauses, roles: null }
  return readRolling(
    policy,
    standing.rolling,
    bearer,
    historyAsked(policy, on, { ...standing.history, workedSince: standing.workedSince }),
    on,
  )
}

export interface ReadOptions {
  readonly history?: History
  readonly roles?: readonly string[]
}

/** Throws when the standing was made under another policy: make it anew first. */
export function readStanding(standing: Standing, policy: Policy, on: Day, options: ReadOptions = {}): StandingOn {
  if (standing.policy !== policy.version)
    throw new Error(`standing of ${standing.person} was made under ${standing.policy}, not ${policy.version}`)
  const window =
    shownOn(
      standing.cycles.map((c) => c.window),
      on,
    ) ?? rollingFive(on)
  const bearer: Bearer = { workedSince: standing.workedSince, pauses: standing.pauses, roles: options.roles ?? null }
  const moved = standing.ifExtended.find((c) => c.window.id === window.id)
  const extension: Extension | null = moved === undefined ? null : { window: moved.window, tally: tallyOn(policy, moved, on) }
  const cycle = standing.cycles.find((c) => c.window.id === window.id)
  const tally = cycle === undefined ? tallyOf(policy, []) : tallyOn(policy, cycle, on)
  const r = read({
    policy,
    bearer,
    window,
    tally,
    asOf: on,
    history: options.history ?? historyAsked(policy, on, { ...standing.history, workedSince: standing.workedSince }),
    extension,
  })
  // Listed one by one: a spread of this many fields costs more than the reading itself, 15,000 times over.
  return {
    window: r.window,
    asOf: r.asOf,
    state: r.state,
    missing: r.missing,
    required: r.required,
    counted: r.counted,
    unconfirmed: r.unconfirmed,
    short: r.short,
    shortAfterPending: r.shortAfterPending,
    evenPace: r.evenPace,
    forecast: r.forecast,
    totals: r.totals,
    byLevel: r.byLevel,
    byMode: r.byMode,
    byTag: r.byTag,
    verdicts: r.verdicts,
    ifByTime: r.ifByTime,
    ifExtended: r.ifExtended,
    person: standing.person,
    name: standing.name,
    subject: standing.subject,
    stage: standing.stage,
    home: homeOn(standing, on),
    notCounted: notCountedBecause(policy, standing, on),
    waiting: standing.waiting,
    history: standing.history,
    paused: standing.pauses.some((p) => p.from === null || isWithin(on, p.from, p.to ?? on)),
  }
}

/** As person.ts has it: the latest begun of the home posts in force (posts are in that order). */
export function homeOn(standing: Standing, on: Day): SchoolId | null {
  let home: SchoolId | null = null
  for (const p of standing.posts) if (p.kind === 'home' && p.from <= on && (p.to === null || on <= p.to)) home = p.school
  return home
}

/** The cached sums, and of what lies after `through` whatever the day has reached. */
function tallyOn(policy: Policy, cycle: CycleStanding, on: Day): Tally {
  const reached = cycle.later.filter((p) => p.last <= on || (p.opening !== undefined && p.opening.first <= on))
  if (reached.length === 0) return cycle.tally
  const tally = copyTally(cycle.tally)
  for (const part of reached) addPart(policy, tally, part.last <= on ? part : vague(part))
  return tally
}
