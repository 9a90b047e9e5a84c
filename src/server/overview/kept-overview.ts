// The district's roll-up without reading fifteen thousand standings each time: those that changed are read again, and only the
// schools they belong to are summed again. A process that forgets it all is only slower; nobody gets it who may not read the district.

import type { Day } from '../../domain/day.ts'
import { readStanding, standingOf, type Standing, type StandingOn } from '../../domain/evaluate/standing.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { rollUpDistrict, rollUpPeople, type DistrictRollUp, type SchoolTotals } from '../../domain/roll-up.ts'
import { readDossiers } from '../reference/dossiers.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import { parseStanding, standingIds, standingsCount, standingsSince } from '../store/standings.ts'
import type { Tx } from '../store/database.ts'

interface DayKept {
  readonly people: Map<string, StandingOn>
  readonly schools: Map<SchoolId, SchoolTotals>
}

interface Kept {
  readonly policy: string
  readonly generation: number
  change: number
  readonly standings: Map<string, Standing>
  readonly days: Map<Day, DayKept>
}

const MOST_DAYS = 3

export interface OverviewSource {
  /** Inside a transaction of someone who reaches the whole district. */
  read(tx: Tx, at: ReferenceAt, on: Day): Promise<DistrictRollUp>
  /** The standings themselves by person, all under the policy of `at` and of one moment; the same condition. */
  standings(tx: Tx, at: ReferenceAt): Promise<ReadonlyMap<string, Standing>>
}

export function overviewSource(): OverviewSource {
  const districts = new Map<string, Kept>()
  const fresh = async (tx: Tx, at: ReferenceAt): Promise<Kept> => {
    const { district, reference } = at
    const known = districts.get(district.id)
    const same =
      known !== undefined &&
      known.policy === reference.policy.version &&
      known.generation === district.generation &&
      known.change <= district.head
    const kept: Kept = same
      ? known
      : { policy: reference.policy.version, generation: district.generation, change: 0, standings: new Map(), days: new Map() }
    districts.set(district.id, kept)
    await refresh(tx, at, kept)
    return kept
  }
  return {
    read: async (tx, at, on) => rollUpDistrict([...dayOf(await fresh(tx, at), at.reference.policy, on).schools.values()], on),
    // As they are now: a report goes on for seconds, and what is pushed meanwhile would be in its second half alone.
    standings: async (tx, at) => new Map((await fresh(tx, at)).standings),
  }
}

/**
 * Two may read at the same moment, out of pictures of the database of different age. Whoever finds that the other was done meanwhile looks
 * again from there: an older picture is never laid over a newer one.
 */
async function refresh(tx: Tx, { district, reference }: ReferenceAt, kept: Kept): Promise<void> {
  for (;;) {
    const since = kept.change
    if (since > district.head) return
    const changed: Standing[] = []
    const stale: string[] = []
    for (const { person, body } of await standingsSince(tx, district.id, since)) {
      const standing = parseStanding(body)
      if (standing.policy === kept.policy) changed.push(standing)
      else stale.push(person)
    }
    for (const dossier of await readDossiers(tx, district.id, stale)) changed.push(standingOf(reference.policy, dossier))
    const known = new Set([...kept.standings.keys(), ...changed.map((s) => s.person)])
    const present = known.size > (await standingsCount(tx, district.id)) ? new Set(await standingIds(tx, district.id)) : null
    if (kept.change !== since) continue
    for (const standing of changed) replace(kept, reference.policy, standing)
    if (present !== null) forgetAbsent(kept, present)
    kept.change = district.head
    return
  }
}

/** Someone was erased, or an import taken back: their school is summed again without them. */
function forgetAbsent(kept: Kept, present: ReadonlySet<string>): void {
  for (const person of [...kept.standings.keys()].filter((id) => !present.has(id))) {
    kept.standings.delete(person)
    for (const day of kept.days.values()) {
      const school = day.people.get(person)?.home ?? null
      day.people.delete(person)
      if (school !== null) day.schools.delete(school)
    }
  }
}

function replace(kept: Kept, policy: Policy, standing: Standing): void {
  kept.standings.set(standing.person, standing)
  for (const [on, day] of kept.days) {
    const before = day.people.get(standing.person)?.home ?? null
    const now = readStanding(standing, policy, on)
    day.people.set(standing.person, now)
    for (const school of [before, now.home]) if (school !== null) day.schools.delete(school)
  }
}

function dayOf(kept: Kept, policy: Policy, on: Day): DayKept {
  let day = kept.days.get(on)
  if (day === undefined) {
    for (const old of kept.days.keys()) if (kept.days.size >= MOST_DAYS) kept.days.delete(old)
    day = { people: new Map(), schools: new Map() }
    for (const [person, standing] of kept.standings) day.people.set(person, readStanding(standing, policy, on))
    kept.days.set(on, day)
  }
  const missing = new Map<SchoolId, StandingOn[]>()
  for (const person of day.people.values()) {
    if (person.home === null || day.schools.has(person.home)) continue
    const people = missing.get(person.home)
    if (people === undefined) missing.set(person.home, [person])
    else people.push(person)
  }
  for (const [school, people] of missing) day.schools.set(school, { school, ...totalsOf(people, on) })
  return day
}

function totalsOf(people: readonly StandingOn[], on: Day): Omit<SchoolTotals, 'school'> {
  const { on: _on, concern: _concern, unverified: _unverified, ...totals } = rollUpPeople(people, on)
  return totals
}
