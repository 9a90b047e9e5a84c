// Many people under two policies: from standings at hand where the change can be tried on them, else from the dossiers. Reads, never writes.

import type { Day } from '../../domain/day.ts'
import type { Standing } from '../../domain/evaluate/standing.ts'
import { comparing, type Compared } from '../../domain/policy-change/compare.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { dossiersInTurn } from '../reference/dossiers.ts'
import type { Tx } from '../store/database.ts'

export interface Trial {
  readonly before: Policy
  readonly after: Policy
  readonly on: Day
  /** Standings at hand, under the policy before. */
  readonly kept: ReadonlyMap<string, Standing>
}

/** Answers for some people; those on no roll that day are left out. */
export type TryOn = (people: readonly string[]) => Promise<Compared[]>

export function tryPolicy(tx: Tx, district: string, { before, after, on, kept }: Trial): TryOn {
  const { ofDossier, ofStanding } = comparing(before, after, on)
  const standing = (person: string): Standing | null => {
    const known = kept.get(person)
    return known === undefined || known.through > on ? null : known
  }
  return async (people) => {
    const all: Compared[] = []
    const add = (one: Compared | null): void => {
      if (one !== null) all.push(one)
    }
    const unread: string[] = []
    for (const person of people) {
      const known = standing(person)
      if (known === null || ofStanding === null) unread.push(person)
      else add(ofStanding(known))
    }
    for await (const dossier of dossiersInTurn(tx, district, unread)) add(ofDossier(dossier, standing(dossier.subject.id)))
    return all
  }
}
