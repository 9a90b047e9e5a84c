// The home posts of people as their dossiers say now, for lines that move or end somebody.

import type { Day } from '../../domain/day.ts'
import type { DistrictId } from '../../domain/ids.ts'
import { postsOf } from '../../domain/person.ts'
import { readDossiers } from '../reference/dossiers.ts'
import type { Tx } from '../store/database.ts'
import { lastHome } from './known-people.ts'

export interface KnownPost {
  readonly row: string
  readonly school: string
  readonly from: Day
  readonly to: Day | null
}

export async function homePosts(tx: Tx, district: DistrictId, people: readonly string[], today: Day): Promise<Map<string, KnownPost>> {
  const found = new Map<string, KnownPost>()
  for (const dossier of await readDossiers(tx, district, people)) {
    const home = lastHome(postsOf(dossier), today)
    if (home !== null) found.set(dossier.subject.id, { row: home.id, school: home.school, from: home.from, to: home.to })
  }
  return found
}
