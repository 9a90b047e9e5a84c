// Where someone stands on their district's ladders on a day: titles held, 培养对象, the next step of each ladder, what it asks and what
// of that is not there yet. Mostly no document asks anything: then the step is `open`, and nobody is told that they fall short.
// Pure; nothing here nominates, awards or ranks.

import { addYears, dayNumber, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { personOf } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { countDuties, dutiesOf, type Duty } from './duty.ts'
import { laddersOf, rungsOf } from './ladders.ts'
import { TITLE_LEVELS, type Ask, type Ladder, type Rung, type TitleLevel } from './rung.ts'
import { nominationsOf, titlesOf, titlesOn, type Nomination, type Title } from './title.ts'

/** `to-judge`: in words, for people to judge. `unknown`: a fact is missing. `has`: how many times, or whole years; null where unknown. */
export interface AskVerdict {
  readonly ask: Ask
  readonly is: 'met' | 'unmet' | 'to-judge' | 'unknown'
  readonly has: number | null
}

export interface NextStep {
  readonly rung: Rung
  /** The level meant where the same rung is held at a lower one, else null. */
  readonly level: TitleLevel | null
  readonly asks: readonly AskVerdict[]
  /** No document says what it asks: 待区确认. */
  readonly open: boolean
  readonly candidate: Title | null
  readonly nomination: Nomination | null
}

export interface LadderStanding {
  readonly ladder: Ladder
  readonly held: readonly Title[]
  readonly candidates: readonly Title[]
  readonly next: readonly NextStep[]
}

export interface TierStanding {
  readonly ladders: readonly LadderStanding[]
  /** In force on a rung that the district's ladders do not know (any more). */
  readonly elsewhere: readonly Title[]
  readonly duties: readonly Duty[]
  readonly nominations: readonly Nomination[]
}

const rank = (level: TitleLevel | null): number => (level === null ? -1 : TITLE_LEVELS.length - TITLE_LEVELS.indexOf(level))

/** Whole years from one day to another. */
function yearsBetween(from: Day, to: Day): number {
  let years = Math.max(0, Math.floor((dayNumber(to) - dayNumber(from)) / 366) - 1)
  while (addYears(from, years + 1) <= to) years += 1
  return years
}

function judge(ask: Ask, dossier: Dossier, duties: readonly Duty[], day: Day): AskVerdict {
  const against = (has: number | null, wanted: number): AskVerdict => ({
    ask,
    has,
    is: has === null ? 'unknown' : has >= wanted ? 'met' : 'unmet',
  })
  switch (ask.type) {
    case 'words':
      return { ask, is: 'to-judge', has: null }
    case 'duty':
      return against(countDuties(duties, addYears(day, -ask.years), day)[ask.duty], ask.times)
    case 'service': {
      const since = personOf(dossier)?.workedSince ?? null
      return against(since === null ? null : yearsBetween(since, day), ask.years)
    }
    case 'rung': {
      const held = titlesOn(dossier, day).filter((t) => t.as === 'held' && t.rung === ask.rung)
      const years = held.map((t) => yearsBetween(t.from, day))
      return held.length === 0 ? { ask, is: 'unmet', has: 0 } : against(Math.max(...years), ask.years)
    }
  }
}

/** The rungs one may reach next: a higher level of the highest rung held, and the rungs of the next order. */
function stepsAbove(rungs: readonly Rung[], held: readonly Title[]): { rung: Rung; level: TitleLevel | null }[] {
  const mine = rungs.filter((r) => held.some((t) => t.rung === r.id))
  const top = mine.reduce((most, r) => Math.max(most, r.order), 0)
  const higher = mine
    .filter((r) => r.order === top)
    .flatMap((rung) => {
      const best = Math.max(...held.filter((t) => t.rung === rung.id).map((t) => rank(t.level)))
      return rung.levels.filter((level) => rank(level) > best).map((level) => ({ rung, level }))
    })
  const above = rungs.filter((r) => r.order > top)
  const next = above.reduce((least, r) => Math.min(least, r.order), Infinity)
  return [...higher, ...above.filter((r) => r.order === next).map((rung) => ({ rung, level: null }))]
}

/** The same, where a rung is given as 培养对象 only: whoever is one has reached it, and is not told to become one. */
function stepsFor(
  rungs: readonly Rung[],
  held: readonly Title[],
  candidates: readonly Title[],
): { rung: Rung; level: TitleLevel | null }[] {
  const reached = candidates.filter((t) => rungs.some((r) => r.id === t.rung && r.as === 'candidate'))
  const steps = stepsAbove(rungs, held).filter(({ rung }) => !reached.some((t) => t.rung === rung.id))
  return steps.length > 0 || reached.length === 0 ? steps : stepsAbove(rungs, [...held, ...reached])
}

/** `leader`: whether someone leads a school, so that ladders for leaders concern them. */
export function standingInTiers(policy: Policy, dossier: Dossier, day: Day, leader: boolean): TierStanding {
  const titles = titlesOn(dossier, day)
  const nominations = nominationsOf(dossier)
  const duties = dutiesOf(dossier)
  const known = rungsOf(policy)
  const ladders = laddersOf(policy).flatMap((ladder): LadderStanding[] => {
    const rungs = known.filter((r) => r.ladder === ladder.id)
    const own = titles.filter((t) => rungs.some((r) => r.id === t.rung))
    if (ladder.for === 'school-leaders' && !leader && own.length === 0 && !nominations.some((n) => rungs.some((r) => r.id === n.rung)))
      return []
    const held = own.filter((t) => t.as === 'held')
    const candidates = own.filter((t) => t.as === 'candidate')
    const next = stepsFor(rungs, held, candidates).map(({ rung, level }): NextStep => ({
      rung,
      level,
      open: rung.asks.length === 0,
      asks: rung.asks.map((ask) => judge(ask, dossier, duties, day)),
      candidate: candidates.find((t) => t.rung === rung.id) ?? null,
      nomination: nominations.find((n) => n.rung === rung.id && (level === null || n.level === level)) ?? null,
    }))
    return [{ ladder, held, candidates, next }]
  })
  return { ladders, elsewhere: titles.filter((t) => !known.some((r) => r.id === t.rung)), duties, nominations }
}

/** How often each kind of duty was done while a title was in force: the same duty counts for every title it falls into. */
export const dutiesDuring = (title: Title, duties: readonly Duty[], day: Day): readonly Duty[] =>
  duties.filter(
    (d) =>
      d.last <= day &&
      (title.ended === null || d.last <= title.ended.to) &&
      title.spans.some((s) => s.from <= d.last && (s.to === null || d.last <= s.to)),
  )

/** Titles that are over on the day, latest first. */
export const pastTitles = (dossier: Dossier, day: Day): Title[] => {
  const now = new Set(titlesOn(dossier, day).map((t) => t.id))
  return titlesOf(dossier).filter((t) => t.from <= day && !now.has(t.id))
}
