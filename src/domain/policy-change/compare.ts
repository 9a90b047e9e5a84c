// 试算: what a change of the policy would do to one teacher, on a day: the state, what is required, what counts. Null when nothing moves.
// From the dossier itself, or from the standing that is kept of it where that can say it too; nothing is stored.

import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import { madeAlike } from '../evaluate/made-alike.ts'
import type { State } from '../evaluate/reading.ts'
import { readStanding, standsOn, type Standing, type StandingOn } from '../evaluate/standing.ts'
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

export interface Comparison {
  /** `kept`: the standing under the policy before, where it is at hand; then only the policy after is worked out from the dossier. */
  ofDossier(dossier: Dossier, kept: Standing | null): Compared | null
  /** From the standing alone, which must be readable on the day. Null where the change touches what standings are made of. */
  readonly ofStanding: ((kept: Standing) => Compared | null) | null
}

export function comparing(before: Policy, after: Policy, on: Day): Comparison {
  // The same sums, read by other settings.
  const asKept: Policy = { ...after, version: before.version }
  return {
    ofDossier: (dossier, kept) =>
      compared(kept === null ? standsOn(before, dossier, on) : readStanding(kept, before, on), standsOn(after, dossier, on)),
    ofStanding: madeAlike(before, after) ? (kept) => compared(readStanding(kept, before, on), readStanding(kept, asKept, on)) : null,
  }
}

function compared(was: StandingOn, will: StandingOn): Compared | null {
  if (was.home === null) return null
  const [from, to] = [placeOf(was), placeOf(will)]
  const same = from.state === to.state && from.required === to.required && from.counted === to.counted
  return {
    was: from.state,
    will: to.state,
    change: same ? null : { person: was.person, name: was.name, school: was.home, was: from, will: to },
  }
}

const placeOf = (s: StandingOn): Place => ({
  state: s.notCounted.length > 0 ? 'not-counted' : s.state,
  required: s.required,
  counted: s.counted,
})
