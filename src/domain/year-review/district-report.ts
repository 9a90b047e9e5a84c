// The district's 年审: each school right under it with the state of its review, what the server makes of its snapshot, what came
// later, and what wants a look (the one queue: exceptions). Schools with something to look at come first, then what waits for the
// district, then what waits for a school; never by score.

import { z } from 'zod/mini'
import { daysThrough, isDay, type Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { PersonId, RowId, SchoolId } from '../ids.ts'
import { defineReport, type ReportOn } from '../reports/report.ts'
import { addLater, comparable, differenceOf, laterEntries, nothingLater, type Difference, type LaterSum } from './compare.ts'
import { frozenTotals, type FrozenTotals } from './figures.ts'
import { postsOf } from '../person.ts'
import { reviewsOf, type Review, type ReviewState } from './review-of.ts'
import type { FrozenPerson } from './review-row.ts'
import { reviewRules, yearToReview } from './review-year.ts'
import { FIGURE_KINDS } from './school-report.ts'
import { openDisputes } from './missing.ts'

/** Why a review wants a look of its own before it is accepted with others. */
export type Exception =
  'differs' | 'unknown-people' | 'other-rules' | 'disputes' | 'sample-differs' | 'public-short' | 'changed-since-public'

export interface SchoolReviewLine {
  readonly school: SchoolId
  readonly row: RowId | null
  readonly state: ReviewState | 'none'
  readonly asOf: Day | null
  readonly published: { readonly from: Day; readonly to: Day } | null
  readonly handedIn: {
    readonly on: Day
    readonly at: string
    readonly by: string
    readonly digest: string
    readonly totals: FrozenTotals
  } | null
  readonly sample: { readonly size: number; readonly done: number; readonly differing: number } | null
  /** What the server's own figures of that minute say otherwise. */
  readonly differences: readonly Difference[]
  /** 申请更正 and objections of the year without an answer. */
  readonly disputes: number
  /** 之后补登: how many, and tenths recognised since. */
  readonly later: Readonly<LaterSum>
  readonly exceptions: readonly Exception[]
  /** How many people the district knew to differ when it accepted; null before. */
  readonly acknowledged: number | null
}

export interface DistrictYearReview {
  readonly first: Day
  readonly last: Day
  readonly counts: Readonly<Record<ReviewState | 'none', number>>
  readonly schools: readonly SchoolReviewLine[]
}

const args = z.strictObject({ first: z.optional(z.string().check(z.refine(isDay))), last: z.optional(z.string().check(z.refine(isDay))) })

interface AtSchool {
  readonly school: SchoolId
  readonly review: Review | null
  readonly lines: ReadonlyMap<PersonId, FrozenPerson>
  readonly seen: Set<PersonId>
  readonly differences: Difference[]
  disputes: number
  readonly later: LaterSum
}

interface State {
  readonly window: { readonly first: Day; readonly last: Day }
  readonly schools: AtSchool[]
  /** By school, those below it too. */
  readonly of: ReadonlyMap<SchoolId, AtSchool>
  /** Of whom a snapshot says something, wherever they are now. */
  readonly named: ReadonlyMap<PersonId, readonly AtSchool[]>
}

function start(on: ReportOn<z.infer<typeof args>>): State {
  const { policy, schools } = on.reference
  const { first, last } = on.args
  const window = first !== undefined && last !== undefined ? { first: first as Day, last: last as Day } : yearToReview(policy, on.asOf)
  const files = new Map(on.files.map((file) => [file.subject.id, file]))
  const tops = schools.filter((s) => (s.parent === null || !schools.some((p) => p.id === s.parent)) && on.schools.includes(s.id))
  const list = tops.map(({ id }): AtSchool => {
    const file = files.get(id)
    const review = file === undefined ? null : (reviewsOf(file).find((r) => r.first === window.first && r.last === window.last) ?? null)
    return {
      school: id,
      review,
      lines: new Map((review?.snapshot?.people ?? []).map((p) => [p[0], p])),
      seen: new Set(),
      differences: [],
      disputes: 0,
      later: nothingLater(),
    }
  })
  const of = new Map<SchoolId, AtSchool>()
  for (const at of list) {
    const found = [at.school]
    for (const id of found) {
      of.set(id, at)
      for (const s of schools) if (s.parent === id && !of.has(s.id)) found.push(s.id)
    }
  }
  const named = new Map<PersonId, AtSchool[]>()
  for (const at of list) for (const person of at.lines.keys()) named.set(person, [...(named.get(person) ?? []), at])
  return { window, schools: list, of, named }
}

function add(state: State, dossier: Dossier, on: ReportOn<z.infer<typeof args>>): void {
  const person = dossier.subject.id as PersonId
  const here = postsOf(dossier).flatMap((p) => (p.kind === 'home' ? (state.of.get(p.school) ?? []) : []))
  for (const at of new Set([...here, ...(state.named.get(person) ?? [])])) {
    const { review } = at
    const line = at.lines.get(person) ?? null
    at.seen.add(person)
    if (review?.snapshot == null) {
      if (review !== null) at.disputes += openDisputes(state.window, review.id, dossier)
      continue
    }
    if (comparable(review.snapshot, on.reference.policy)) {
      const difference = differenceOf(on.reference.policy, review, review.snapshot, line, dossier)
      if (difference !== null) at.differences.push(difference)
    }
    if (line === null) continue
    at.disputes += openDisputes(state.window, review.id, dossier)
    addLater(at.later, laterEntries(review, review.snapshot, dossier))
  }
}

function lineFor(at: AtSchool, on: ReportOn<unknown>): SchoolReviewLine {
  const { review, differences, disputes, later } = at
  const snapshot = review?.snapshot ?? null
  const { sample } = review ?? { sample: null }
  // Handed in, and nobody the server knows: erased since, or never there.
  const unknown = [...at.lines.values()]
    .filter((p) => !at.seen.has(p[0]))
    .map((p): Difference => ({ person: p[0], name: p[1], is: 'unknown-person' }))
  const all = [...differences, ...unknown].sort((a, b) => (a.person < b.person ? -1 : 1))
  const checks = [...(sample?.checks.values() ?? [])]
  return {
    school: at.school,
    row: review?.id ?? null,
    state: review?.state ?? 'none',
    asOf: review?.asOf ?? null,
    published: review?.published == null ? null : { from: review.published.from, to: review.published.to },
    handedIn:
      snapshot === null
        ? null
        : {
            on: snapshot.recordedOn,
            at: snapshot.recordedAt,
            by: snapshot.byName,
            digest: snapshot.digest,
            totals: frozenTotals(snapshot.people),
          },
    sample:
      sample === null ? null : { size: sample.persons.length, done: checks.length, differing: checks.filter((c) => !c.agrees).length },
    differences: all,
    disputes,
    later,
    exceptions: exceptionsOf(review, differences.length, unknown.length, disputes, on),
    acknowledged: review?.accepted?.differing ?? null,
  }
}

function exceptionsOf(review: Review | null, differing: number, unknown: number, disputes: number, on: ReportOn<unknown>): Exception[] {
  if (review?.snapshot == null || review.state === 'accepted') return []
  const { snapshot, published, sample } = review
  const { policy } = on.reference
  const days = reviewRules(policy, on.asOf).publicDays.days
  const out: Exception[] = []
  if (differing > 0) out.push('differs')
  if (unknown > 0) out.push('unknown-people')
  if (!comparable(snapshot, policy)) out.push('other-rules')
  if (disputes > 0) out.push('disputes')
  if (sample !== null && [...sample.checks.values()].some((c) => !c.agrees)) out.push('sample-differs')
  if (published !== null && (snapshot.recordedOn <= published.to || daysThrough(published.from, published.to) < days))
    out.push('public-short')
  if (published !== null && published.digest !== snapshot.digest) out.push('changed-since-public')
  return out
}

const PLACE: Record<SchoolReviewLine['state'], number> = { 'handed-in': 0, returned: 1, open: 2, none: 3, accepted: 4 }

const firstLooked = (a: SchoolReviewLine, b: SchoolReviewLine): number =>
  Number(b.state === 'handed-in' && b.exceptions.length > 0) - Number(a.state === 'handed-in' && a.exceptions.length > 0) ||
  PLACE[a.state] - PLACE[b.state] ||
  ((a.handedIn?.on ?? '') < (b.handedIn?.on ?? '')
    ? -1
    : (a.handedIn?.on ?? '') > (b.handedIn?.on ?? '')
      ? 1
      : a.school < b.school
        ? -1
        : 1)

export const districtYearReview = defineReport<z.infer<typeof args>, State, DistrictYearReview>({
  name: 'year-reviews',
  for: 'district',
  args,
  kinds: [...FIGURE_KINDS, 'review-line'],
  fileKinds: ['year-review'],
  standings: false,
  start,
  // Where no school has a review there is nothing to compare with.
  sparing: ({ of, named }) => ({
    kinds: ['hours'],
    schools: new Set([...of].flatMap(([school, at]) => (at.review === null ? [] : [school]))),
    people: new Set(named.keys()),
  }),
  add: (state, { dossier }, on) => add(state, dossier, on),
  finish(state, on) {
    const schools = state.schools.map((at) => lineFor(at, on)).sort(firstLooked)
    const counts = { none: 0, open: 0, 'handed-in': 0, accepted: 0, returned: 0 }
    for (const s of schools) counts[s.state] += 1
    return { ...state.window, counts, schools }
  },
})
