// 审核: what waits for whom at a school, and claims of one training together. Pure; made from dossiers and activities alone.
// Claims belong together by the activity they name, by a title the activity is known under (merged titles count) near its days,
// else by the same title, level and last day. Groups come in order of who has waited longest; nobody is ranked.

import { dayNumber, type Day } from './day.ts'
import { rowsOf } from './document.ts'
import type { Dossier, HoursFact, HoursRow, Step, Training } from './dossier.ts'
import { entryOf, isDecision, isPending, isReturned, standing, type Entry } from './entry.ts'
import { plain } from './evaluate/flags.ts'
import type { PersonId, RowId, SchoolId } from './ids.ts'
import { deskFor, type Desk } from './permissions.ts'
import { homePost, personOf, postsOf } from './person.ts'
import { levelRule } from './policy/level-rule.ts'
import type { Policy } from './policy/policy.ts'
import type { ActivityInfo, Reference } from './reference.ts'

export interface Submission {
  readonly person: PersonId
  readonly name: string
  /** The school of 人事关系 today. */
  readonly school: SchoolId | null
  readonly entry: Entry
  /** The day the entry as it stands was handed in. */
  readonly since: Day
}

/** An activity with the people from whom claims are expected (none where nobody was named). */
export interface Expected {
  readonly info: ActivityInfo
  readonly people: readonly PersonId[]
}

export interface ReviewGroup {
  readonly key: string
  readonly activity: ActivityInfo | null
  readonly title: string
  readonly training: Training
  /** Waiting for a decision here, in the order they were handed in. */
  readonly claims: readonly Submission[]
  /** 应报 and, of them, who has handed in anything (also decided or returned). Empty without a list of people. */
  readonly expected: readonly PersonId[]
  readonly reported: readonly PersonId[]
  readonly missing: readonly PersonId[]
  readonly oldest: Day
}

const NEAR = 7

export const activityOf = (training: Training, activities: readonly ActivityInfo[]): ActivityInfo | null =>
  activityFinder(activities)(training)

/** The same for many claims: thousands of one district, each looked up and never searched for. The first activity that fits is the one. */
function activityFinder(activities: readonly ActivityInfo[]): (training: Training) => ActivityInfo | null {
  const byId = new Map<string, ActivityInfo>()
  const byTitle = new Map<string, ActivityInfo[]>()
  for (const a of activities) {
    if (!byId.has(a.id)) byId.set(a.id, a)
    for (const title of new Set([a.title, ...a.titles].map(plain))) put(byTitle, title, a)
  }
  return (training) =>
    (training.activity !== null ? byId.get(training.activity) : byTitle.get(plain(training.title))?.find((a) => isNear(training, a))) ??
    null
}

function put<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [one])
  else list.push(one)
}

export const isNear = (t: Pick<Training, 'first' | 'last'>, a: Pick<ActivityInfo, 'first' | 'last'>, days: number = NEAR): boolean =>
  dayNumber(t.first) - days <= dayNumber(a.last) && dayNumber(a.first) - days <= dayNumber(t.last)

/** The step a waiting entry is at; a level the district alone decides is there from the start. */
export function stepAt(entry: Pick<Entry, 'state' | 'training'>, policy: Policy): Step {
  if (entry.state === 'pending-district') return 'district'
  const steps = levelRule(policy, entry.training.level)?.decides ?? []
  return steps.length === 0 || steps.includes('school') ? 'school' : 'district'
}

/** Whether the school's yes recognises, or passes the claim on to the district. */
export const endsAtSchool = (training: Pick<Training, 'level'>, policy: Policy): boolean => {
  const steps = levelRule(policy, training.level)?.decides ?? []
  return steps[steps.length - 1] === 'school'
}

/** The latest fact by which the person (or an officer for them) handed the entry in. */
function handedIn(facts: readonly HoursFact[]): Day {
  let day = facts[0]?.recordedOn as Day
  for (const f of facts) if (f.what === 'claimed' || f.what === 'recorded' || f.what === 'amended') day = f.recordedOn
  return day
}

/** Rows whose last fact leaves nothing open and that nobody decided lately need no folding: most of a long dossier. */
function mayMatter(row: HoursRow, since: Day, titles: ReadonlySet<string>, ids: ReadonlySet<RowId>): boolean {
  const last = row.facts[row.facts.length - 1]
  if (last === undefined) return false
  if (
    last.recordedOn >= since ||
    last.what === 'claimed' ||
    last.what === 'recorded' ||
    last.what === 'amended' ||
    last.what === 'passed' ||
    last.what === 'revoked' ||
    last.what === 'correction-requested' ||
    last.what === 'proposed'
  )
    return true
  return row.facts.some((f) => 'title' in f && (f.activity === null ? titles.has(plain(f.title)) : ids.has(f.activity)))
}

export interface Wanted {
  /** Activities whose claims are all wanted, settled ones too. */
  readonly activities: readonly ActivityInfo[]
  /** Everything recorded on this day or later is wanted too. */
  readonly since: Day
}

/** What of a dossier reviewing needs to see. */
export function submissionsOf(dossier: Dossier, today: Day, wanted: Wanted): Submission[] {
  const ids = new Set(wanted.activities.map((a) => a.id))
  const titles = new Set(wanted.activities.flatMap((a) => [a.title, ...a.titles].map(plain)))
  const school = homePost(postsOf(dossier), today)?.school ?? null
  const name = personOf(dossier)?.name ?? ''
  const out: Submission[] = []
  for (const row of rowsOf(dossier, 'hours')) {
    const entry = mayMatter(row, wanted.since, titles, ids) ? entryOf(row) : null
    if (entry !== null) out.push({ person: dossier.subject.id as PersonId, name, school, entry, since: handedIn(entry.facts) })
  }
  return out
}

/** Who decides on a waiting entry, seen by one person at one school. */
export type Turn =
  | { readonly is: 'mine' }
  | { readonly is: 'own'; readonly desk: Desk }
  | { readonly is: 'elsewhere'; readonly desk: Desk }
  | { readonly is: 'district' }

/** `schools`: those whose people the person decides about (the school and the ones below it). */
export function turnOf(
  s: Submission,
  dossier: Dossier,
  reference: Reference,
  me: PersonId,
  schools: ReadonlySet<SchoolId>,
  today: Day,
): Turn {
  if (stepAt(s.entry, reference.policy) === 'district') return { is: 'district' }
  const desk = deskFor(dossier, reference, today)
  if (s.person === me) return { is: 'own', desk }
  const here = s.school !== null && schools.has(s.school)
  return here || desk.people.some((p) => p.person === me) ? { is: 'mine' } : { is: 'elsewhere', desk }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inOrder = (a: Submission, b: Submission): number => byText(`${a.since} ${a.entry.id}`, `${b.since} ${b.entry.id}`)

const keyOf = (t: Training, activity: ActivityInfo | null): string =>
  activity === null ? `title:${plain(t.title)}|${t.level}|${t.last}` : `activity:${activity.id}`

/** `claims` wait for a decision; `all` is everything handed in, for 已报. */
export function groupClaims(claims: readonly Submission[], all: readonly Submission[], activities: readonly Expected[]): ReviewGroup[] {
  const infos = activities.map((a) => a.info)
  const find = activityFinder(infos)
  const groups = new Map<string, Submission[]>()
  for (const claim of [...claims].sort(inOrder)) put(groups, keyOf(claim.entry.training, find(claim.entry.training)), claim)
  const reportedTo = peopleByActivity(all, infos)
  const out: ReviewGroup[] = []
  for (const [key, members] of groups) {
    const first = members[0]
    if (first === undefined) continue
    const activity = find(first.entry.training)
    const expected = activities.find((a) => a.info.id === activity?.id)?.people ?? []
    out.push({
      key,
      activity,
      title: activity?.title ?? first.entry.training.title,
      training: first.entry.training,
      claims: members,
      oldest: first.since,
      ...turnout(expected, reportedTo.get(activity?.id ?? '') ?? new Set()),
    })
  }
  return out.sort((a, b) => byText(`${a.oldest} ${a.key}`, `${b.oldest} ${b.key}`))
}

/** Who has handed in something for each activity: waiting, returned or recognised, not withdrawn or reversed. */
function peopleByActivity(all: readonly Submission[], infos: readonly ActivityInfo[]): Map<string, Set<PersonId>> {
  const out = new Map<string, Set<PersonId>>()
  const find = activityFinder(infos)
  for (const { person, entry } of all) {
    if (!(isPending(entry.state) || isReturned(entry.state) || entry.state === 'recognised')) continue
    const activity = find(entry.training)
    if (activity === null) continue
    const people = out.get(activity.id) ?? new Set<PersonId>()
    out.set(activity.id, people.add(person))
  }
  return out
}

const turnout = (
  expected: readonly PersonId[],
  reported: ReadonlySet<PersonId>,
): Pick<ReviewGroup, 'expected' | 'reported' | 'missing'> => ({
  expected,
  reported: expected.filter((p) => reported.has(p)),
  missing: expected.filter((p) => !reported.has(p)),
})

/** Where a claim says something else than the notice of its activity. */
export interface Mismatch {
  readonly hours: boolean
  readonly days: boolean
}

export function mismatchOf(training: Training, activity: ActivityInfo | null): Mismatch | null {
  if (activity === null) return null
  const hours = training.hours !== activity.hours
  const days = training.first !== activity.first || training.last !== activity.last
  return hours || days ? { hours, days } : null
}

export interface OwnDecision {
  readonly submission: Submission
  readonly what: 'passed' | 'accepted' | 'returned'
  readonly on: Day
  readonly at: string
}

const minutes = (day: Day, at: string): number => dayNumber(day) * 1440 + Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))

/** Decisions of one's own that may still be taken back: within 24 hours, nothing followed. Latest first. */
export function ownDecisions(all: readonly Submission[], me: PersonId, today: Day, minute: string): OwnDecision[] {
  const out: OwnDecision[] = []
  for (const submission of all) {
    const facts = standing(submission.entry.facts)
    const last = facts[facts.length - 1]
    if (last === undefined || !isDecision(last) || last.by !== me) continue
    const alone = facts[facts.length - 2]?.op !== last.op
    const age = minutes(today, minute) - minutes(last.recordedOn, last.recordedAt)
    if (alone && age <= 1440) out.push({ submission, what: last.what, on: last.recordedOn, at: last.recordedAt })
  }
  return out.sort((a, b) => byText(`${b.on} ${b.at} ${b.submission.entry.id}`, `${a.on} ${a.at} ${a.submission.entry.id}`))
}
