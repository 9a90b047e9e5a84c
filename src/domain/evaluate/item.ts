// What evaluation needs of an entry, and nothing else; always in order of (last day, id), so that the order
// in which facts arrived changes nothing. Only recognised and pending entries are evaluated.

import type { Day } from '../day.ts'
import { rowsOf } from '../document.ts'
import type { Dossier } from '../dossier.ts'
import { entryOf, isPending, type Entry } from '../entry.ts'
import type { CreditTenths, Tenths } from '../hours.ts'
import type { Kinds } from './filter.ts'

export interface Item extends Kinds {
  readonly id: string
  readonly first: Day
  readonly last: Day
  readonly project: string | null
  readonly attendance: number | null
  readonly result: string | null
  /** `none` for entries returned, withdrawn or reversed: they count nothing and are shown all the same. */
  readonly standing: 'recognised' | 'pending' | 'none'
  readonly claimed: Tenths
  /** Recognised hours where recognised, claimed where pending (what it would be), 0 otherwise. */
  readonly base: Tenths
  readonly credits: CreditTenths | null
}

export function itemOf(entry: Entry): Item {
  const t = entry.training
  const standing = entry.state === 'recognised' ? 'recognised' : isPending(entry.state) ? 'pending' : 'none'
  const base = standing === 'recognised' ? (entry.recognised ?? (0 as Tenths)) : standing === 'pending' ? entry.claimed : (0 as Tenths)
  return {
    id: entry.id, first: t.first, last: t.last, level: t.level, mode: t.mode, tags: t.tags, project: t.project,
    attendance: t.attendance, result: t.result, standing, claimed: entry.claimed, base,
    credits: standing === 'recognised' ? entry.recognisedCredits : t.credits,
  }
}

const inOrder = (a: Item, b: Item): number => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export const sorted = (items: readonly Item[]): Item[] => [...items].sort(inOrder)

export function entriesOf(dossier: Dossier): Entry[] {
  const out: Entry[] = []
  for (const row of rowsOf(dossier, 'hours')) {
    const entry = entryOf(row)
    if (entry !== null) out.push(entry)
  }
  return out
}

/** Every entry of a dossier, in the order of allocation. */
export const itemsOf = (dossier: Dossier): Item[] => sorted(entriesOf(dossier).map(itemOf))
