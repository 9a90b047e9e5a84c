// 还在办的 by name: what the sums of 汇总 count, so that an officer knows whom to ask. Oldest first; nobody is ranked. Pure.

import type { Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { isReturned, type Entry } from '../../domain/entry.ts'
import { entriesOf } from '../../domain/evaluate/item.ts'
import { objectionsOf } from '../../domain/history/history.ts'
import type { PersonId, RowId, SchoolId } from '../../domain/ids.ts'
import { homePost, personOf, postsOf } from '../../domain/person.ts'

export interface UnderWayLine {
  readonly key: string
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  /** The entry it is about; null for 历史学时, which have a page of their own. */
  readonly row: RowId | null
  readonly title: string | null
  readonly why: string
  readonly since: Day
}

export const UNDER_WAY = ['returned', 'requests', 'district'] as const
export type UnderWay = Readonly<Record<(typeof UNDER_WAY)[number], readonly UnderWayLine[]>>

const lastDay = (entry: Entry): Day => entry.facts.reduce((day, f) => (f.recordedOn > day ? f.recordedOn : day), '' as Day)

export function underWay(dossiers: Iterable<Dossier>, schools: readonly SchoolId[], today: Day): UnderWay {
  const found: Record<(typeof UNDER_WAY)[number], UnderWayLine[]> = { returned: [], requests: [], district: [] }
  for (const dossier of dossiers) {
    const school = homePost(postsOf(dossier), today)?.school ?? null
    if (school === null || !schools.includes(school)) continue
    const who = { person: dossier.subject.id as PersonId, name: personOf(dossier)?.name ?? '', school }
    for (const entry of entriesOf(dossier)) {
      const line = { ...who, key: entry.id, row: entry.id, title: entry.training.title }
      const { openRequest: asked, decision } = entry
      if (isReturned(entry.state))
        found.returned.push({
          ...line,
          why: decision?.what === 'returned' ? decision.reason : '',
          since: decision?.recordedOn ?? lastDay(entry),
        })
      if (entry.state === 'pending-district') found.district.push({ ...line, why: '', since: lastDay(entry) })
      if (asked !== null) found.requests.push({ ...line, why: asked.reason, since: asked.recordedOn })
    }
    for (const o of objectionsOf(dossier))
      if (o.waitsFor !== null) found.requests.push({ ...who, key: o.id, row: null, title: null, why: o.reason, since: o.since })
  }
  for (const what of UNDER_WAY) found[what].sort((a, b) => (`${a.since} ${a.key}` < `${b.since} ${b.key}` ? -1 : 1))
  return found
}
