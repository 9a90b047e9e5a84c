// 试算: what a change of the policy would do to one teacher, on a day: the state, what is required, what counts. Null when nothing moves.
// Computed from the dossier itself under both policies; nothing is stored.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { State } from '../evaluate/reading.ts'
import { standsOn } from '../evaluate/standing.ts'
import type { Tenths } from '../hours.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import type { Policy } from '../policy/policy.ts'

/** Where someone stands; `not-counted` for 不计, null for who is on no roll that day. */
export interface Place {
  readonly state: State | 'not-counted'
  readonly required: Tenths | null
  readonly counted: Tenths
}

export interface PersonChange {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  readonly was: Place
  readonly will: Place
}

export interface Compared {
  readonly was: Place['state']
  readonly will: Place['state']
  readonly change: PersonChange | null
}

export function comparePolicies(dossier: Dossier, before: Policy, after: Policy, on: Day): Compared | null {
  const [was, will] = [standsOn(before, dossier, on), standsOn(after, dossier, on)]
  if (was.home === null) return null
  const place = (s: typeof was): Place => ({ state: s.notCounted.length > 0 ? 'not-counted' : s.state, required: s.required, counted: s.counted })
  const [from, to] = [place(was), place(will)]
  const same = from.state === to.state && from.required === to.required && from.counted === to.counted
  return { was: from.state, will: to.state, change: same ? null : { person: was.person, name: was.name, school: was.home, was: from, will: to } }
}
