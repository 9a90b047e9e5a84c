// What evaluation needs of an entry, and nothing else; always in order of (last day, id), so that the order
// in which facts arrived changes nothing. Only recognised and pending entries are evaluated.

import type { Day } from '../day.ts'
import { rowsOf } from '../document.ts'
import type { Dossier, HoursRow } from '../dossier.ts'
import { openingsOf, type Opening } from '../history/history.ts'
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
  /** An opening balance: what was counted before, over all days from `first` through `last`. Absent for entries. */
  readonly opening?: true
}

/** A balance that stands: confirmed or not, it is what is known; whether it is sure, the verdict says. */
function itemOfOpening(o: Opening): Item {
  const base = o.hours ?? (0 as Tenths)
  return {
    id: o.id,
    first: o.first,
    last: o.last,
    level: o.level,
    mode: o.mode,
    tags: NO_TAGS,
    project: null,
    attendance: null,
    result: null,
    standing: 'recognised',
    claimed: base,
    base,
    credits: o.credits,
    opening: true,
  }
}

const NO_TAGS: readonly string[] = []

function itemOf(entry: Entry): Item {
  const t = entry.training
  const standing = entry.state === 'recognised' ? 'recognised' : isPending(entry.state) ? 'pending' : 'none'
  const base = standing === 'recognised' ? (entry.recognised ?? (0 as Tenths)) : standing === 'pending' ? entry.claimed : (0 as Tenths)
  return {
    id: entry.id,
    first: t.first,
    last: t.last,
    level: t.level,
    mode: t.mode,
    tags: t.tags,
    project: t.project,
    attendance: t.attendance,
    result: t.result,
    standing,
    claimed: entry.claimed,
    base,
    credits: standing === 'recognised' ? entry.recognisedCredits : t.credits,
  }
}

const inOrder = (a: Item, b: Item): number => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export const sorted = (items: readonly Item[]): Item[] => [...items].sort(inOrder)

interface Folded {
  readonly entry: Entry
  readonly item: Item
}

/** Rows are never changed, only replaced: what a row amounts to is worked out once. */
const folded = new WeakMap<HoursRow, Folded | null>()

function fold(row: HoursRow): Folded | null {
  const known = folded.get(row)
  if (known !== undefined) return known
  const entry = entryOf(row)
  const made = entry === null ? null : { entry, item: itemOf(entry) }
  folded.set(row, made)
  return made
}

function foldedOf(dossier: Dossier): Folded[] {
  const out: Folded[] = []
  for (const row of rowsOf(dossier, 'hours')) {
    const made = fold(row)
    if (made !== null) out.push(made)
  }
  return out
}

export const entriesOf = (dossier: Dossier): Entry[] => foldedOf(dossier).map((f) => f.entry)

/** Every entry and every opening balance of a dossier as items, in the order of allocation. */
export const itemsOf = (dossier: Dossier): Item[] =>
  sorted([...foldedOf(dossier).map((f) => f.item), ...openingsOf(dossier).map(itemOfOpening)])

/** Every entry of a dossier, in the order of allocation. */
export const entriesInOrder = (dossier: Dossier): Entry[] =>
  foldedOf(dossier)
    .sort((a, b) => inOrder(a.item, b.item))
    .map((f) => f.entry)
