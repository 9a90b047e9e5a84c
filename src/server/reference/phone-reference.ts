// The part of the reference data that a device gets: for a district role everything; else the schools of the person's own posts and
// roles, those above and below them, with role holders and activities, and the places of schools that posts in reach mention; a
// training officer gets every school's place, to send people there. The policy comes whole, but for what only the district's pages read.
// Written canonically, so that the same data has the same hash on every answer.

import { addYears } from '../../domain/day.ts'
import { schoolAndAbove } from '../../domain/permissions.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { Reference } from '../../domain/reference.ts'
import { canonical } from '../../wire/canonical.ts'
import { activitiesAt, type PostPlace } from '../store/reference-parts.ts'
import type { Visit } from '../door/door.ts'
import { sha256 } from '../digest.ts'
import type { ReferenceAt } from './reference.ts'

export interface PhoneReference {
  readonly hash: string
  readonly content: string
}

/** Activities stay on a phone for two years after their last day. */
const YEARS = -2
const MOST_KEPT = 500

export interface PhoneReferences {
  /** `posts`: schools that the posts in reach name; not looked at for a district role. */
  read(visit: Visit, at: ReferenceAt, posts: readonly PostPlace[]): Promise<PhoneReference>
  /** The same as far as it is remembered; null where it would have to be read. */
  known(who: Who, at: ReferenceAt, posts: readonly PostPlace[]): PhoneReference | null
}

export type Who = Pick<Visit, 'asker' | 'scope' | 'now'>

/** Remembers what it wrote last: people of one school share one answer. */
export function phoneReferences(): PhoneReferences {
  const kept = new Map<string, PhoneReference>()
  return {
    known: (who, at, posts) => kept.get(keyOf(who, at, partOf(who, at, posts))) ?? null,
    async read(visit, at, posts) {
      const part = partOf(visit, at, posts)
      const key = keyOf(visit, at, part)
      const known = kept.get(key)
      if (known !== undefined) return known
      const fresh = await write(visit, at, part)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(key, fresh)
      return fresh
    },
  }
}

const keyOf = ({ now }: Who, { district }: ReferenceAt, part: Part): string =>
  [
    district.id,
    district.generation,
    district.referenceChange,
    district.activityChange,
    now.day,
    part.full.join(','),
    part.named.join(','),
  ].join('|')

interface Part {
  readonly all: boolean
  /** Schools with role holders and activities. */
  readonly full: readonly string[]
  /** Schools of which only the place is told. */
  readonly named: readonly string[]
}

function partOf(visit: Who, { reference }: ReferenceAt, posts: readonly PostPlace[]): Part {
  if (visit.scope.reach === 'district') return { all: true, full: ['*'], named: [] }
  const own = posts.filter((p) => p.own).map((p) => p.school)
  const full = new Set(
    [...visit.scope.schools, ...own].flatMap((id) => schoolAndAbove(reference, id as Reference['schools'][number]['id'])),
  )
  // Who sends people out (派出, 借调, 调动) must be able to name any school of the district.
  const sends = visit.scope.roles.some((r) => r.role === 'officer')
  const named = new Set(
    [...posts.map((p) => p.school), ...(sends ? reference.schools.map((s) => s.id) : [])].filter(
      (id) => !full.has(id as Reference['schools'][number]['id']),
    ),
  )
  return { all: false, full: [...full].sort(), named: [...named].sort() }
}

/** 规划指标 are read on the district's pages alone: a tenth of what a teacher's phone gets first. */
const withoutIndicators = (policy: Policy): Policy => ({ ...policy, parts: { ...policy.parts, indicators: [] } })

async function write(visit: Visit, { reference, district }: ReferenceAt, part: Part): Promise<PhoneReference> {
  const since = addYears(visit.now.day, YEARS)
  const activities = await activitiesAt(visit.tx, district.id, part.all ? 'all' : part.full, since)
  const full = new Set(part.full)
  const named = new Set(part.named)
  const slice: Reference = part.all
    ? { ...reference, activities }
    : {
        ...reference,
        policy: withoutIndicators(reference.policy),
        schools: reference.schools.filter((s) => full.has(s.id) || named.has(s.id)),
        roles: reference.roles.filter((r) => r.at.kind === 'district' || full.has(r.at.id)),
        activities,
      }
  const content = canonical(slice)
  return { hash: sha256(content).slice(0, 16), content }
}
