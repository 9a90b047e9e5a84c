// The standings of a school or of the whole district on the days a request asks for: from the kept ones where they can say it,
// from the dossiers themselves for earlier days and for what was known then.

import type { Context } from 'hono'
import { isDay, type Day } from '../../domain/day.ts'
import { standingOf, type Standing } from '../../domain/evaluate/standing.ts'
import type { SchoolId } from '../../domain/ids.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { standingsAsOf } from '../../domain/roll-up.ts'
import { readDossiers } from '../reference/dossiers.ts'
import type { ReferenceAt } from '../reference/reference.ts'
import type { Tx } from '../store/database.ts'
import { standingsAround, teacherIds } from '../store/standings.ts'

export interface Days {
  readonly asOf: Day
  /** Null: all that is known. */
  readonly knownAt: Day | null
}

export function daysOf(c: Context, today: Day): Days | null {
  const asOf = c.req.query('asOf') ?? today
  const knownAt = c.req.query('knownAt') ?? null
  return isDay(asOf) && (knownAt === null || isDay(knownAt)) ? { asOf, knownAt } : null
}

/** With the server's rights: whoever asks was asked before (asking.ts). */
export interface StandingsAsked {
  readonly tx: Tx
  readonly asker: { readonly district: string }
  readonly at: ReferenceAt
  readonly days: Days
  readonly today: Day
}

/** A standing can be read from its own last day on; earlier days, and what was known then, come from the dossiers. */
export async function standingsOn({ tx, asker, at, days, today }: StandingsAsked, school: SchoolId | null): Promise<Standing[]> {
  const { policy } = at.reference
  if (days.knownAt === null && days.asOf >= today && school !== null)
    return current(await standingsAround(tx, asker.district, school), policy, tx, asker.district)
  const people = await teacherIds(tx, asker.district, school, days.knownAt !== null)
  return standingsAsOf(policy, await readDossiers(tx, asker.district, people), days.asOf, days.knownAt ?? today)
}

/** Those made under another policy are made anew. */
async function current(standings: readonly Standing[], policy: Policy, tx: Tx, district: string): Promise<Standing[]> {
  const stale = standings.filter((s) => s.policy !== policy.version).map((s) => s.person)
  const anew = (await readDossiers(tx, district, stale)).map((dossier) => standingOf(policy, dossier))
  return [...standings.filter((s) => s.policy === policy.version), ...anew]
}
