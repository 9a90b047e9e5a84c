// The principal's page of a month, as plain lines: paper and picture are both made from them. Names only when asked for. Pure.

import { addDays, dayOf, monthOf, yearOf, type Day } from '../../domain/day.ts'
import { rowsOf } from '../../domain/document.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { entryOf } from '../../domain/entry.ts'
import { addHours, formatTenths, NO_HOURS } from '../../domain/hours.ts'
import type { SchoolId } from '../../domain/ids.ts'
import { homePost, postsOf } from '../../domain/person.ts'
import type { ActivityInfo } from '../../domain/reference.ts'
import type { SchoolRollUp } from '../../domain/roll-up.ts'
import { bar, states } from '../text/components.ts'
import { daySpan } from '../text/common.ts'
import { handover } from '../text/handover.ts'
import { headlineStateName } from '../text/states.ts'
import { reasonsLine } from './summary-tables.ts'

const words = handover.month
const MOST = 8

/** 'YYYY-MM' of this month and the five before. */
export function monthsBack(today: Day, n = 6): string[] {
  const months: string[] = []
  for (let at = today; months.length < n; at = addDays(dayOf(yearOf(at), monthOf(at), 1) ?? at, -1)) months.push(at.slice(0, 7))
  return months
}

export interface MonthOf {
  readonly school: string
  readonly month: string
  readonly today: Day
  readonly rollUp: SchoolRollUp
  readonly ids: readonly SchoolId[]
  readonly dossiers: Iterable<Dossier>
  readonly activities: readonly ActivityInfo[]
  readonly names: boolean
}

export interface MonthPart {
  readonly title: string | null
  readonly lines: readonly string[]
}

/** What was recognised in the month: by the day of the last decision (or of the granting). */
function recognisedIn(of: MonthOf): { hours: string; people: number } {
  let hours = NO_HOURS
  const people = new Set<string>()
  for (const dossier of of.dossiers) {
    const home = homePost(postsOf(dossier), of.today)
    if (home === null || !of.ids.includes(home.school)) continue
    for (const row of rowsOf(dossier, 'hours')) {
      const entry = entryOf(row)
      const on = entry?.decision?.recordedOn ?? entry?.facts[0]?.recordedOn
      if (entry === null || entry.state !== 'recognised' || entry.recognised === null || on?.slice(0, 7) !== of.month) continue
      hours = addHours(hours, entry.recognised)
      people.add(dossier.subject.id)
    }
  }
  return { hours: formatTenths(hours), people: people.size }
}

export function monthParts(of: MonthOf): MonthPart[] {
  const { rollUp: r } = of
  const done = recognisedIn(of)
  const held = of.activities.filter((a) => a.at.kind === 'school' && of.ids.includes(a.at.id) && a.last.slice(0, 7) === of.month)
  const { school, returned, district, oldest } = r.waiting
  const todo = [
    ...(school > 0 ? [words.todo.school(school)] : []),
    ...(returned > 0 ? [words.todo.returned(returned)] : []),
    ...(r.states.concern > 0 ? [words.todo.concern(r.states.concern)] : []),
    ...(r.states.unverified > 0 ? [words.todo.unverified(r.states.unverified)] : []),
  ]
  return [
    { title: null, lines: [words.onRoll(r.onRoll, r.counted, r.notCounted), ...(r.notCounted > 0 ? [reasonsLine(r)] : [])] },
    {
      title: words.states,
      lines: [
        (['met', 'on-the-way', 'concern', 'unverified'] as const)
          .map((s) => bar.part(states[headlineStateName[s]], r.states[s]))
          .join('，'),
      ],
    },
    {
      title: words.activities(held.length),
      lines: [
        ...held.slice(0, MOST).map((a) => words.activity(a.title, daySpan(a.first, a.last), formatTenths(a.hours))),
        ...(held.length > MOST ? [words.moreActivities(held.length - MOST)] : []),
        words.recognised(done.hours, done.people),
      ],
    },
    {
      title: words.doing,
      lines: [
        ...(todo.length > 0 ? todo : [words.todo.none]),
        words.waiting(school, returned, district),
        ...(oldest === null ? [] : [words.oldest(oldest)]),
        ...(of.names && r.concern.length > 0 ? [words.named(r.concern.map((h) => h.name).join('、'))] : []),
      ],
    },
  ]
}
