// 农村学校新入职教师: within so many years of hiring, at least so many years of work in the city. Counted in whole days, posts merged;
// who must still go, and by which day they would have to begin at the latest. A fact that is missing makes it unknown, never zero.

import { addDays, addYears, dayNumber, daysThrough, earlier, later, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf, type Post } from '../person.ts'
import type { Policy } from '../policy/policy.ts'
import { valueOn } from '../policy/value-on.ts'
import type { SchoolInfo } from '../reference.ts'
import type { Place } from '../school-file.ts'
import type { NewRuralRule } from './items.ts'

const YEAR_DAYS = 365

export type NewRuralState = 'done' | 'under-way' | 'must-go' | 'too-late' | 'unknown'
export type NewRuralMissing = 'worked-since' | 'place' | 'rural-places'

export interface NewRural {
  readonly person: PersonId
  readonly name: string
  readonly home: SchoolId
  readonly hiredAt: SchoolId
  /** Null where 参加工作时间 is missing. */
  readonly hired: Day | null
  /** The last day of the time allowed. */
  readonly until: Day | null
  readonly days: number
  readonly needed: number
  /** The last day on which a year in the city can begin; null when nothing more is needed or nothing is known. */
  readonly startBy: Day | null
  readonly state: NewRuralState
  readonly missing: readonly NewRuralMissing[]
}

/** Days of [first, last] that lie in one of the posts, each day once; an open post lasts through `last`. */
function daysAt(posts: readonly Post[], first: Day, last: Day): number {
  const spans = posts
    .map((p) => [dayNumber(later(p.from, first)), dayNumber(earlier(p.to ?? last, last))] as const)
    .sort((a, b) => a[0] - b[0])
  let days = 0
  let through = dayNumber(first) - 1
  for (const [from, to] of spans) {
    days += Math.max(0, to - Math.max(from, through + 1) + 1)
    through = Math.max(through, to)
  }
  return days
}

function ruralBecause(place: Place | undefined, policy: Policy, asOf: Day): boolean | NewRuralMissing {
  if (place === undefined || place === 'unknown') return 'place'
  if (place !== 'town') return place === 'rural'
  const places = valueOn(policy.settings.rotationRuralPlaces, asOf)
  return places === null ? 'rural-places' : places.includes('town')
}

/** Null for whoever the rule does not concern: not employed, hired before it or in the city, or long past their time. */
export function newRuralOf(
  rule: NewRuralRule,
  policy: Policy,
  schools: ReadonlyMap<SchoolId, SchoolInfo>,
  dossier: Dossier,
  asOf: Day,
  since: Day,
): NewRural | null {
  const person = personOf(dossier)
  const posts = postsOf(dossier)
  const home = homePost(posts, asOf)
  const first = posts.find((p) => p.kind === 'home')
  if (person === null || home === null || first === undefined) return null
  const hired = person.workedSince
  const start = hired ?? first.from
  const until = addDays(addYears(start, rule.withinYears), -1)
  if (start < rule.from || start > asOf || until < since) return null
  const at = homePost(posts, start) ?? first
  // Somebody who came from elsewhere after their time was over was never new here.
  if (at.from > until) return null
  const rural = ruralBecause(schools.get(at.school)?.place, policy, asOf)
  if (rural === false) return null
  const missing: NewRuralMissing[] = [...(hired === null ? ['worked-since' as const] : []), ...(rural === true ? [] : [rural])]
  const common = { person: dossier.subject.id as PersonId, name: person.name, home: home.school, hiredAt: at.school, hired, missing }
  if (missing.length > 0)
    return { ...common, until: hired === null ? null : until, days: 0, needed: rule.cityYears * YEAR_DAYS, startBy: null, state: 'unknown' }
  const city = posts.filter((p) => p.kind !== 'visiting' && schools.get(p.school)?.place === 'urban' && p.from <= asOf)
  const days = daysAt(city, start, earlier(until, asOf))
  const needed = Math.max(0, rule.cityYears * YEAR_DAYS - days)
  if (needed === 0) return { ...common, until, days, needed, startBy: null, state: 'done' }
  const there = asOf <= until && city.some((p) => p.to === null || p.to > asOf)
  const startBy = addDays(until, 1 - needed)
  const left = daysThrough(addDays(asOf, 1), until)
  return {
    ...common,
    until,
    days,
    needed,
    startBy: there ? null : startBy,
    state: there ? (left < needed ? 'too-late' : 'under-way') : asOf > startBy ? 'too-late' : 'must-go',
  }
}
