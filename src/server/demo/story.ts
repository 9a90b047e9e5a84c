// How the demo acts: on a day, as a person, by verbs. What is refused is a mistake in the story and stops it.

import { dayNumber, type Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { decidedFields, entryOf } from '../../domain/entry.ts'
import { rowsOf } from '../../domain/document.ts'
import type { DistrictId, PersonId } from '../../domain/ids.ts'
import type { Reference } from '../../domain/reference.ts'
import { shortHash } from '../../wire/canonical.ts'
import type { OpContent } from '../../wire/op.ts'
import { withServer } from '../door/door.ts'
import { readDossiers } from '../reference/dossiers.ts'
import { addPeople } from '../store/people.ts'
import type { SyncDeps } from '../sync/deps.ts'
import { applyOnBehalf } from '../sync/on-behalf.ts'

const ZONE_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

export interface Who {
  readonly id: PersonId
  readonly name: string
}

export type Deed = Pick<OpContent, 'subject' | 'verb' | 'args'> & { readonly base?: string }

export interface Story {
  readonly district: DistrictId
  id(): string
  /** From here on it is this day; never backwards. */
  on(day: Day, minutes?: number): void
  clock(): number
  /** Does all of it in one transaction and answers the ops' ids, which are the rows they make. */
  does(who: Who, deeds: readonly Deed[]): Promise<string[]>
  know(people: readonly (Who & { readonly staffNumber: string | null })[]): Promise<void>
  dossiers(people: readonly PersonId[]): Promise<Dossier[]>
  /** Rules, schools and roles as they stand. */
  reference(): Promise<Reference>
}

export function storyOf(deps: Pick<SyncDeps, 'db' | 'references'>, district: DistrictId, id: () => string): Story {
  let now = 0
  const clock = (): number => now
  return {
    district,
    id,
    clock,
    on(day, minutes = 9 * 60) {
      now = dayNumber(day) * DAY_MS + minutes * 60_000 - ZONE_MS
    },
    async does(who, deeds) {
      if (deeds.length === 0) return []
      const contents = deeds.map(({ subject, verb, args, base }): OpContent => ({
        op: id(),
        actor: who.id,
        subject,
        verb,
        v: 1,
        base: base ?? null,
        after: null,
        args,
      }))
      for (const { op, result } of await applyOnBehalf({ ...deps, clock }, { district, actor: who, device: 'demo' }, contents)) {
        if (result.is === 'refused' || result.is === 'stale' || result.is === 'held')
          throw new Error(`demo: ${contents.find((c) => c.op === op)?.verb ?? ''}: ${JSON.stringify(result)}`)
      }
      return contents.map((c) => c.op)
    },
    know: (people) => withServer(deps.db, { district, person: '' }, (tx) => addPeople(tx, district, people)),
    dossiers: (people) => withServer(deps.db, { district, person: '' }, (tx) => readDossiers(tx, district, people)),
    reference: () => withServer(deps.db, { district, person: '' }, async (tx) => (await deps.references.read(tx, district)).reference),
  }
}

/** What someone who decides has seen of an entry. */
export function seen(dossier: Dossier, row: string): string {
  const found = rowsOf(dossier, 'hours').find((r) => (r.id as string) === row)
  const entry = found === undefined ? null : entryOf(found)
  if (entry === null) throw new Error('demo: no such entry')
  return shortHash(decidedFields(entry))
}
