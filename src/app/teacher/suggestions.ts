// What the form offers under 参加了什么: activities of the school and the district not yet claimed, then one's own recent titles.
// One tap fills in the rest; an own title never brings its day along.

import { addDays, type Day } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import { formatTenths } from '../../domain/hours.ts'
import type { SchoolId } from '../../domain/ids.ts'
import { schoolAndAbove } from '../../domain/permissions.ts'
import type { ActivityInfo, Reference } from '../../domain/reference.ts'
import type { ClaimForm } from './claim-form.ts'

export interface Suggestion {
  readonly key: string
  readonly title: string
  readonly fill: Partial<ClaimForm>
}

const MOST = 4
const BACK_DAYS = 120

export function suggestionsFor(
  reference: Reference,
  entries: readonly Entry[],
  schools: readonly SchoolId[],
  today: Day,
  typed: string,
): Suggestion[] {
  const wanted = typed.trim()
  const meant = (title: string): boolean => wanted === '' || (title.indexOf(wanted) >= 0 && title !== wanted)
  const taken = new Set(entries.flatMap((e) => (e.training.activity === null || e.state === 'withdrawn' ? [] : [e.training.activity])))
  const near = new Set(schools.flatMap((id) => schoolAndAbove(reference, id)))
  const since = addDays(today, -BACK_DAYS)
  const activities = reference.activities
    .filter(
      (a) => (a.at.kind === 'district' || near.has(a.at.id)) && !taken.has(a.id) && a.last >= since && a.first <= today && meant(a.title),
    )
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : a.title < b.title ? -1 : 1))
    .map(ofActivity)
  const titles = new Set(activities.map((one) => one.title))
  const own: Suggestion[] = []
  for (const entry of [...entries].sort(recentFirst)) {
    const { title } = entry.training
    if (entry.origin !== 'claimed' || titles.has(title) || !meant(title)) continue
    titles.add(title)
    own.push(ofEntry(entry))
  }
  return [...activities.slice(0, MOST - Math.min(own.length, 1)), ...own].slice(0, MOST)
}

const recentFirst = (a: Entry, b: Entry): number => (a.id < b.id ? 1 : -1)

const ofActivity = (a: ActivityInfo): Suggestion => ({
  key: a.id,
  title: a.title,
  fill: {
    title: a.title,
    organiser: a.organiser,
    level: a.level,
    mode: a.mode,
    tags: [...a.tags],
    project: a.project,
    activity: a.id,
    first: a.first,
    last: a.last,
    severalDays: a.first !== a.last,
    hours: formatTenths(a.hours),
  },
})

const ofEntry = ({ id, training: t }: Entry): Suggestion => ({
  key: id,
  title: t.title,
  fill: {
    title: t.title,
    organiser: t.organiser,
    level: t.level,
    mode: t.mode,
    tags: [...t.tags],
    project: t.project,
    activity: null,
    hours: formatTenths(t.hours),
  },
})
