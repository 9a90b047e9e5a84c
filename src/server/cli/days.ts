// --as-of and --known-at, and standings read by them: a past day, or what was known on one, is made from the dossiers themselves.

import { isDay, type Day } from '../../domain/day.ts'
import { standingOf, type Standing } from '../../domain/evaluate/standing.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { standingsAsOf } from '../../domain/roll-up.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { readDossiers } from '../reference/dossiers.ts'
import { teacherIds } from '../store/standings.ts'
import { wrongDay } from '../text/cli.ts'
import type { InDistrict } from './command.ts'

export interface Days {
  readonly asOf: Day
  readonly knownAt: Day | null
}

export function daysTyped({ args, clock }: Pick<InDistrict, 'args' | 'clock'>): Days | { readonly wrong: string } {
  const asOf = args.values.get('as-of') ?? momentOf(clock()).day
  const knownAt = args.values.get('known-at') ?? null
  if (!isDay(asOf)) return { wrong: wrongDay('--as-of', asOf) }
  if (knownAt !== null && !isDay(knownAt)) return { wrong: wrongDay('--known-at', knownAt) }
  return { asOf, knownAt }
}

export interface StandingsRead {
  readonly policy: Policy
  readonly standings: readonly Standing[]
}

/** Of these people, or of everybody who was ever at the school; null: the whole district. */
export async function standingsFor(
  command: InDistrict,
  days: Days,
  of: { readonly people: readonly string[] } | { readonly school: string | null },
): Promise<StandingsRead> {
  const { db, references, district, clock } = command
  return withServer(db, { district: district.id, person: '' }, async (tx) => {
    const { reference } = await references.read(tx, district.id)
    const people = 'people' in of ? of.people : await teacherIds(tx, district.id, of.school, days.knownAt !== null)
    const dossiers = await readDossiers(tx, district.id, people)
    const { day } = momentOf(clock())
    const standings =
      days.knownAt === null && days.asOf >= day
        ? dossiers.map((d) => standingOf(reference.policy, d))
        : standingsAsOf(reference.policy, dossiers, days.asOf, days.knownAt ?? day)
    return { policy: reference.policy, standings }
  })
}
